import type { Schema } from '@/api/client'

export type Kind = Schema<'HierarchyEdge'>['kind']
type StoredEdge = Schema<'HierarchyEdge'>

/** A relation in the making; `id` lives as long as this page and stays when its ends are changed. */
export interface Relation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly priority: number
  readonly kind: Kind
  readonly active: boolean
}

export type RelationChange = Partial<Omit<Relation, 'id'>>

/** What the API knows: a hotel has one relation for each. */
export const pairOf = (edge: { from: string; to: string }): string => `${edge.from}\u2192${edge.to}`

let last = 0
const freshId = () => `new-${++last}`

export function relation(from: string, to: string, priority: number, kind: Kind = 'up'): Relation {
  return { id: freshId(), from, to, priority, kind, active: true }
}

/** Stored relations under the ids that they have on the page, so that nothing loses its place or the focus. */
export function relationsOf(stored: readonly StoredEdge[], known: readonly Relation[] = []): Relation[] {
  const ids = new Map(known.map((edge) => [pairOf(edge), edge.id]))
  return stored.map(({ from, to, priority, kind, active }) => ({
    id: ids.get(pairOf({ from, to })) ?? freshId(),
    from,
    to,
    priority,
    kind,
    active,
  }))
}

export function wanted(edges: readonly Relation[]): Schema<'HierarchyWanted'> {
  return { edges: edges.map(({ from, to, priority, kind, active }) => ({ from, to, priority, kind, active })) }
}

/** The relations that leave a type, the best first. */
export function outgoing(edges: readonly Relation[], from: string): Relation[] {
  return edges.filter((edge) => edge.from === from).sort((a, b) => a.priority - b.priority || (a.to < b.to ? -1 : 1))
}

/** The priority of one more relation of a type: after all others. */
export function nextPriority(edges: readonly Relation[], from: string): number {
  return edges.reduce((most, edge) => (edge.from === from ? Math.max(most, edge.priority) : most), 0) + 1
}

/** The relations of one type numbered anew, in this order of ids; all others as they are. */
export function reordered(edges: readonly Relation[], ids: readonly string[]): Relation[] {
  const places = new Map(ids.map((id, index) => [id, index + 1]))
  return edges.map((edge) => {
    const priority = places.get(edge.id)
    return priority === undefined || priority === edge.priority ? edge : { ...edge, priority }
  })
}

export function sameFacts(a: Relation, b: Relation): boolean {
  return a.priority === b.priority && a.kind === b.kind && a.active === b.active
}

export interface Difference {
  added: Relation[]
  removed: Relation[]
  changed: { before: Relation; after: Relation }[]
}

export function difference(before: readonly Relation[], after: readonly Relation[]): Difference {
  const old = new Map(before.map((edge) => [pairOf(edge), edge]))
  const now = new Map(after.map((edge) => [pairOf(edge), edge]))
  return {
    added: after.filter((edge) => !old.has(pairOf(edge))),
    removed: before.filter((edge) => !now.has(pairOf(edge))),
    changed: after.flatMap((edge) => {
      const was = old.get(pairOf(edge))
      return was && !sameFacts(was, edge) ? [{ before: was, after: edge }] : []
    }),
  }
}

export const sizeOf = ({ added, removed, changed }: Difference): number =>
  added.length + removed.length + changed.length

/** What somebody did to one state, done to another: theirs stays wherever mine says nothing. */
export function laidOver(theirs: readonly Relation[], mine: Difference): Relation[] {
  const removed = new Set(mine.removed.map(pairOf))
  const put = new Map([...mine.added, ...mine.changed.map(({ after }) => after)].map((edge) => [pairOf(edge), edge]))
  const kept = theirs.filter((edge) => !removed.has(pairOf(edge)))
  const there = new Set(kept.map(pairOf))
  return [
    ...kept.map((edge) => put.get(pairOf(edge)) ?? edge),
    ...[...put.values()].filter((e) => !there.has(pairOf(e))),
  ]
}
