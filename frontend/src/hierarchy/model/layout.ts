import { Graph, layout } from '@dagrejs/dagre'
import type { Relation } from './relations'

export const NODE = { width: 200, height: 64 }
const BADGE = 30

export interface Point {
  x: number
  y: number
}

/** Where the types stand (their upper left corner), ranked from left to right. */
export function arranged(types: readonly { code: string }[], edges: readonly Relation[]): Map<string, Point> {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 56, edgesep: 24, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const type of types) graph.setNode(type.code, { ...NODE })
  for (const edge of edges) {
    if (graph.hasNode(edge.from) && graph.hasNode(edge.to))
      graph.setEdge(edge.from, edge.to, { width: BADGE, height: BADGE, labelpos: 'c' })
  }
  layout(graph)
  return new Map(
    types.map(({ code }) => {
      const { x = 0, y = 0 } = graph.node(code)
      return [code, { x: x - NODE.width / 2, y: y - NODE.height / 2 }]
    }),
  )
}
