import type { Schema } from '@/api/client'
import type { Relation } from './relations'

type RoomType = Schema<'RoomType'>

/**
 * The types that a guest of one type may be given, best first, were all of them free: the order of the hierarchy alone
 * (priorities step by step, a prefix first, then the smaller price difference, then the code).
 */
export function candidates(edges: readonly Relation[], types: readonly RoomType[], from: string): string[] {
  const rates = new Map(types.map((type) => [type.code, type.baseRate]))
  const rate = (code: string) => rates.get(code) ?? 0
  const active = edges.filter((edge) => edge.active)
  const found = new Map<string, number[]>()

  function walk(at: readonly string[], prefix: number[]) {
    const steps = active.filter((edge) => at.includes(edge.from))
    for (const priority of [...new Set(steps.map((edge) => edge.priority))].sort((a, b) => a - b)) {
      const way = [...prefix, priority]
      const reached = [...new Set(steps.filter((edge) => edge.priority === priority).map((edge) => edge.to))]
      reached.sort((a, b) => rate(a) - rate(b) || (a < b ? -1 : 1))
      // Who was reached better has been walked from better; unless that was on this very way, where ties can differ.
      const onward = reached.filter((type) => !found.has(type) || startsWith(way, found.get(type) ?? []))
      for (const type of reached) if (type !== from && !found.has(type)) found.set(type, way)
      if (onward.length > 0 && way.length < types.length) walk(onward, way)
    }
  }
  walk([from], [])
  return [...found.keys()]
}

const startsWith = (way: readonly number[], start: readonly number[]) => start.every((step, at) => way[at] === step)

export interface OrderChange {
  roomType: string
  before: string[]
  after: string[]
}

/** Whose guests would be given other types, or in another order. */
export function changedOrders(
  before: readonly Relation[],
  after: readonly Relation[],
  types: readonly RoomType[],
): OrderChange[] {
  return types
    .map(({ code }) => ({
      roomType: code,
      before: candidates(before, types, code),
      after: candidates(after, types, code),
    }))
    .filter((one) => one.before.join() !== one.after.join())
}
