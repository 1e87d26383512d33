import type { Schema } from '@/api/client'
import { pairOf, relationsOf, type Relation } from './relations'

type Revision = Schema<'HierarchyRevision'>
type StoredEdge = Schema<'HierarchyEdge'>

/** The relations that a change replaced and those that stood since; of a change of rules there are none. */
export function edgesIn(revision: Revision): { before: StoredEdge[]; after: StoredEdge[] } {
  return { before: edgesOf(revision, revision.before), after: edgesOf(revision, revision.after) }
}

function edgesOf(revision: Revision, side: unknown): StoredEdge[] {
  return revision.what === 'edges' && Array.isArray(side) ? (side as StoredEdge[]) : []
}

/** The relations as they stood right after a version was made, told back from now by the changes since. */
export function edgesAt(version: number, now: readonly Relation[], newestFirst: readonly Revision[]): Relation[] {
  let edges = [...now]
  for (const revision of newestFirst) {
    if (revision.version <= version) break
    const { before, after } = edgesIn(revision)
    const made = new Set(after.map(pairOf))
    edges = [...edges.filter((edge) => !made.has(pairOf(edge))), ...relationsOf(before, now)]
  }
  return edges
}
