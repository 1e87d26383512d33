import type { Relation } from './relations'

type Joined = Pick<Relation, 'from' | 'to'>

/** The types on a shortest way from one to another, both included; null when there is none. */
export function wayBetween(edges: readonly Joined[], from: string, to: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const waiting = [from]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === to) return backFrom(at, cameFrom)
    for (const edge of edges) {
      if (edge.from !== at || cameFrom.has(edge.to)) continue
      cameFrom.set(edge.to, at)
      waiting.push(edge.to)
    }
  }
  return null
}

function backFrom(end: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = []
  for (let at: string | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at)
  return way
}

/** The circle that one more relation would close, from its first type to itself again: `A B A`; null when it is sound. */
export function cycleClosedBy(edges: readonly Joined[], from: string, to: string): string[] | null {
  const back = wayBetween(edges, to, from)
  return back && [from, ...back]
}

/** The types to which nothing may be drawn from here (as `source`), or from which nothing may be drawn to here. */
export function closingTypes(edges: readonly Joined[], type: string, role: 'source' | 'target'): Set<string> {
  const found = new Set([type])
  for (const at of found) {
    for (const edge of edges) {
      if (role === 'source' && edge.to === at) found.add(edge.from)
      if (role === 'target' && edge.from === at) found.add(edge.to)
    }
  }
  return found
}

/** Every relation that lies on a circle, with the circle that it closes; switched off ones count as well. */
export function cyclesIn<Edge extends Joined & { id: string }>(edges: readonly Edge[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const edge of edges) {
    const cycle = cycleClosedBy(edges, edge.from, edge.to)
    if (cycle) found.set(edge.id, cycle)
  }
  return found
}

/** A circle's name as people read it: `A → B → A`. */
export const cycleName = (cycle: readonly string[]): string => cycle.join(' → ')

/** The same circle begun at another type has the same key. */
export function cycleKey(cycle: readonly string[]): string {
  const types = cycle.slice(0, -1)
  const first = types.indexOf([...types].sort()[0] ?? '')
  return [...types.slice(first), ...types.slice(0, first)].join(' ')
}
