import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Schema } from '@/api/client'
import { cycleClosedBy } from './model/cycles'
import { useHistory } from './model/history'
import {
  difference,
  laidOver,
  nextPriority,
  pairOf,
  relation,
  relationsOf,
  reordered,
  sizeOf,
  type Kind,
  type Relation,
  type RelationChange,
} from './model/relations'

type Hierarchy = Schema<'Hierarchy'>

interface Base {
  version: number
  edges: Relation[]
}

export type Refusal = { kind: 'cycle'; cycle: string[] } | { kind: 'there'; from: string; to: string }

const NOTHING: Base = { version: 0, edges: [] }

/**
 * The hierarchy as it is being drawn, over the one that is stored. What others store meanwhile is taken over where
 * nothing was changed here; else it waits as `theirs` until a person decides.
 */
export function useDraft(stored: Ref<Hierarchy | undefined>) {
  const base = shallowRef<Base>(NOTHING)
  const theirs = shallowRef<Base | null>(null)
  const refusal = shallowRef<Refusal | null>(null)
  const history = useHistory<Relation[]>([])
  const edges = history.value
  const changes = computed(() => difference(base.value.edges, edges.value))
  const count = computed(() => sizeOf(changes.value))

  function take(graph: Hierarchy) {
    const next = { version: graph.version, edges: relationsOf(graph.edges, edges.value) }
    if (next.version < base.value.version) return
    if (sizeOf(difference(base.value.edges, next.edges)) === 0) {
      base.value = next
      theirs.value = null
    } else if (count.value === 0) begin(next)
    else theirs.value = next
  }

  function begin(next: Base) {
    base.value = next
    theirs.value = null
    refusal.value = null
    history.restart(next.edges)
  }

  /** What was just stored is what is drawn; the way back through the history stays. */
  function saved(graph: Hierarchy) {
    base.value = { version: graph.version, edges: relationsOf(graph.edges, edges.value) }
    theirs.value = null
  }

  function set(next: Relation[]) {
    refusal.value = null
    history.set(next)
  }

  /** Adds a relation, unless it is there or closes a circle: then says which. */
  function connect(from: string, to: string, facts: { priority?: number; kind?: Kind } = {}): Relation | null {
    const cycle = cycleClosedBy(edges.value, from, to)
    if (cycle) {
      refusal.value = { kind: 'cycle', cycle }
      return null
    }
    if (edges.value.some((edge) => pairOf(edge) === pairOf({ from, to }))) {
      refusal.value = { kind: 'there', from, to }
      return null
    }
    const added = relation(from, to, facts.priority ?? nextPriority(edges.value, from), facts.kind)
    set([...edges.value, added])
    return added
  }

  /** What changes nothing is no step. */
  function change(id: string, facts: RelationChange) {
    const edge = edges.value.find((one) => one.id === id)
    if (!edge || Object.entries(facts).every(([name, fact]) => edge[name as keyof RelationChange] === fact)) return
    set(edges.value.map((edge) => (edge.id === id ? { ...edge, ...facts } : edge)))
  }

  const remove = (id: string) => set(edges.value.filter((edge) => edge.id !== id))
  const reorder = (ids: readonly string[]) => set(reordered(edges.value, ids))
  const replace = (next: Relation[]) => set(next)

  /** Gives up what was changed here for what is stored now. */
  const reload = () => begin(theirs.value ?? base.value)

  /** Does to their hierarchy what was done here. */
  function layOver() {
    const under = theirs.value
    if (!under) return
    const mine = laidOver(under.edges, changes.value)
    begin(under)
    set(mine)
  }

  watch(stored, (graph) => graph && take(graph), { immediate: true })

  return {
    edges,
    base,
    theirs,
    refusal,
    changes,
    count,
    canUndo: computed(() => history.past.value.length > 0),
    canRedo: computed(() => history.future.value.length > 0),
    undo: () => step(history.undo),
    redo: () => step(history.redo),
    connect,
    change,
    remove,
    reorder,
    replace,
    reload,
    layOver,
    saved,
    take,
  }

  function step(move: () => void) {
    refusal.value = null
    move()
  }
}

export type Draft = ReturnType<typeof useDraft>
