import type { Schema } from '@/api/client'
import { cycleKey, cyclesIn } from './cycles'
import { pairOf, type Relation } from './relations'

type RoomType = Schema<'RoomType'>

export type Finding =
  | { code: 'hierarchy.cycle'; cycle: string[]; ids: string[] }
  | { code: 'hierarchy.duplicate_edge'; from: string; to: string; ids: string[] }
  | { code: 'hierarchy.unknown_type'; roomType: string; ids: string[] }
  | { code: 'hierarchy.equal_priorities'; from: string; roomTypes: string[]; priority: number; ids: string[] }
  | { code: 'hierarchy.unreachable_type'; roomType: string; ids: string[] }
  | {
      code: 'hierarchy.lower_capacity'
      from: string
      to: string
      fromCapacity: number
      toCapacity: number
      ids: string[]
    }
  | { code: 'hierarchy.lower_rate'; from: string; to: string; fromRate: number; toRate: number; ids: string[] }

export interface Findings {
  /** With these nothing can be stored. */
  errors: Finding[]
  warnings: Finding[]
}

/** What the application would refuse, and what it would say, known while one draws. */
export function check(edges: readonly Relation[], types: readonly RoomType[]): Findings {
  const active = edges.filter((edge) => edge.active)
  return {
    errors: [...unknown(edges, types), ...cycles(edges), ...duplicates(edges)],
    warnings: [...equalPriorities(active), ...unreachable(active, types), ...comparisons(active, types)],
  }
}

function grouped(edges: readonly Relation[], key: (edge: Relation) => string): Relation[][] {
  const groups = new Map<string, Relation[]>()
  for (const edge of edges) groups.set(key(edge), [...(groups.get(key(edge)) ?? []), edge])
  return [...groups.values()]
}

const ids = (edges: readonly Relation[]) => edges.map((edge) => edge.id)

function unknown(edges: readonly Relation[], types: readonly RoomType[]): Finding[] {
  const known = new Set(types.map((type) => type.code))
  const strange = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((type) => !known.has(type)))
  return [...strange].map((roomType) => ({
    code: 'hierarchy.unknown_type',
    roomType,
    ids: ids(edges.filter((edge) => edge.from === roomType || edge.to === roomType)),
  }))
}

/** Each circle once, however many of its relations close it; the shortest first. */
function cycles(edges: readonly Relation[]): Finding[] {
  const found = new Map<string, { cycle: string[]; ids: string[] }>()
  for (const [id, cycle] of cyclesIn(edges)) {
    const known = found.get(cycleKey(cycle))
    if (known) known.ids.push(id)
    else found.set(cycleKey(cycle), { cycle, ids: [id] })
  }
  return [...found.values()]
    .sort((a, b) => a.cycle.length - b.cycle.length)
    .map((one) => ({ code: 'hierarchy.cycle', ...one }))
}

function duplicates(edges: readonly Relation[]): Finding[] {
  return grouped(edges, pairOf).flatMap((same) => {
    const first = same[0]
    return first && same.length > 1
      ? [{ code: 'hierarchy.duplicate_edge', from: first.from, to: first.to, ids: ids(same) }]
      : []
  })
}

function equalPriorities(edges: readonly Relation[]): Finding[] {
  return grouped(edges, (edge) => `${edge.from} ${edge.priority}`).flatMap((same) => {
    const first = same[0]
    if (!first || same.length < 2) return []
    const roomTypes = same.map((edge) => edge.to)
    return [
      { code: 'hierarchy.equal_priorities', from: first.from, priority: first.priority, roomTypes, ids: ids(same) },
    ]
  })
}

function unreachable(edges: readonly Relation[], types: readonly RoomType[]): Finding[] {
  const touched = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
  return types
    .filter((type) => !touched.has(type.code))
    .map((type) => ({ code: 'hierarchy.unreachable_type', roomType: type.code, ids: [] }))
}

function comparisons(edges: readonly Relation[], types: readonly RoomType[]): Finding[] {
  const known = new Map(types.map((type) => [type.code, type]))
  return edges.flatMap((edge) => {
    const from = known.get(edge.from)
    const to = known.get(edge.to)
    return from && to ? compared(edge, from, to) : []
  })
}

function compared(edge: Relation, from: RoomType, to: RoomType): Finding[] {
  const place = { from: edge.from, to: edge.to, ids: [edge.id] }
  const found: Finding[] = []
  if (to.capacity < from.capacity)
    found.push({
      code: 'hierarchy.lower_capacity',
      ...place,
      fromCapacity: from.capacity,
      toCapacity: to.capacity,
    })
  if (edge.kind === 'up' && to.baseRate < from.baseRate)
    found.push({ code: 'hierarchy.lower_rate', ...place, fromRate: from.baseRate, toRate: to.baseRate })
  return found
}
