import { NODE, type Point } from './layout'
import type { Relation } from './relations'

/** How far a line that leads back sinks, so that it does not run under the boxes between its ends. */
const SAG = 150

/** A line from the right of one box to the left of another; one that leads back passes below. */
export function curve(from: Point, to: Point): { path: string; at: (share: number) => Point } {
  const bend = Math.min(180, Math.max(36, Math.abs(to.x - from.x) / 2))
  const sag = to.x < from.x && Math.abs(to.y - from.y) < NODE.height * 1.5 ? SAG : 0
  const out = { x: from.x + bend, y: from.y + sag }
  const into = { x: to.x - bend, y: to.y + sag }
  const between = (share: number, axis: 'x' | 'y') => {
    const rest = 1 - share
    return (
      rest ** 3 * from[axis] +
      3 * rest ** 2 * share * out[axis] +
      3 * rest * share ** 2 * into[axis] +
      share ** 3 * to[axis]
    )
  }
  return {
    path: `M${from.x},${from.y} C${out.x},${out.y} ${into.x},${into.y} ${to.x},${to.y}`,
    at: (share) => ({ x: between(share, 'x'), y: between(share, 'y') }),
  }
}

export const MIDDLE = 0.5
/** Where on a line its number may stand, the middle first. */
const SHARES = [MIDDLE, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
const APART = 30
const CLEAR = 16

/** Where on each line its number stands, so that no two lie on each other and, where it can be, none on a box. */
export function numberPlaces(edges: readonly Relation[], boxes: ReadonlyMap<string, Point>): Map<string, number> {
  const taken: Point[] = []
  const places = new Map<string, number>()
  for (const edge of edges) {
    const from = boxes.get(edge.from)
    const to = boxes.get(edge.to)
    if (!from || !to) continue
    const middle = NODE.height / 2
    const line = curve({ x: from.x + NODE.width, y: from.y + middle }, { x: to.x, y: to.y + middle })
    const apart = SHARES.filter((one) => isApart(line.at(one), taken))
    const share = apart.find((one) => !isOnBox(line.at(one), boxes)) ?? apart[0] ?? MIDDLE
    taken.push(line.at(share))
    places.set(edge.id, share)
  }
  return places
}

const isApart = (point: Point, taken: readonly Point[]) =>
  taken.every((other) => Math.hypot(other.x - point.x, other.y - point.y) >= APART)

function isOnBox(point: Point, boxes: ReadonlyMap<string, Point>): boolean {
  return [...boxes.values()].some(
    (box) =>
      point.x > box.x - CLEAR &&
      point.x < box.x + NODE.width + CLEAR &&
      point.y > box.y - CLEAR &&
      point.y < box.y + NODE.height + CLEAR,
  )
}
