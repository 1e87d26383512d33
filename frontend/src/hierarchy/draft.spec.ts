import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import type { Schema } from '@/api/client'
import { useDraft } from './draft'

const edge = (from: string, to: string, priority = 1) =>
  ({ from, to, priority, kind: 'up', active: true }) as Schema<'HierarchyEdge'>
const graph = (version: number, ...edges: Schema<'HierarchyEdge'>[]): Schema<'Hierarchy'> => ({
  version,
  edges,
  warnings: [],
})
const begun = () => useDraft(ref(graph(7, edge('SGL', 'DBL'), edge('DBL', 'FAM'))))
const pairs = (draft: ReturnType<typeof useDraft>) => draft.edges.value.map(({ from, to }) => `${from}→${to}`).sort()

describe('a draft', () => {
  it('counts what differs from what is stored, not how often something was done', () => {
    const draft = begun()
    const added = draft.connect('SGL', 'FAM')
    expect(added?.priority).toBe(2)
    expect(draft.count.value).toBe(1)
    draft.remove(added?.id ?? '')
    expect(draft.count.value).toBe(0)
    expect(draft.canUndo.value).toBe(true)
  })

  it('refuses a circle by its name and takes no step', () => {
    const draft = begun()
    expect(draft.connect('FAM', 'SGL')).toBeNull()
    expect(draft.refusal.value).toEqual({ kind: 'cycle', cycle: ['FAM', 'SGL', 'DBL', 'FAM'] })
    expect(draft.canUndo.value).toBe(false)
  })

  it('goes back and forth, and what changes nothing is no step', () => {
    const draft = begun()
    const first = draft.edges.value[0]
    draft.change(first?.id ?? '', { priority: 3 })
    draft.change(first?.id ?? '', { priority: 3 })
    draft.undo()
    expect(draft.count.value).toBe(0)
    expect(draft.canUndo.value).toBe(false)
    draft.redo()
    expect(draft.changes.value.changed).toHaveLength(1)
  })

  it('takes over what others store while nothing was changed here', () => {
    const draft = begun()
    draft.take(graph(8, edge('SGL', 'FAM')))
    expect(pairs(draft)).toEqual(['SGL→FAM'])
    expect(draft.theirs.value).toBeNull()
  })

  it('does not mind that only the version moved', () => {
    const draft = begun()
    draft.connect('SGL', 'FAM')
    draft.take(graph(8, edge('SGL', 'DBL'), edge('DBL', 'FAM')))
    expect(draft.base.value.version).toBe(8)
    expect(draft.theirs.value).toBeNull()
    expect(draft.count.value).toBe(1)
  })

  it('keeps its own changes until a person decides, then lays them over', () => {
    const draft = begun()
    draft.connect('SGL', 'FAM')
    draft.take(graph(8, edge('SGL', 'DBL'), edge('SGL', 'TWN', 2)))
    expect(draft.theirs.value?.version).toBe(8)
    expect(pairs(draft)).toEqual(['DBL→FAM', 'SGL→DBL', 'SGL→FAM'])
    draft.layOver()
    expect(pairs(draft)).toEqual(['SGL→DBL', 'SGL→FAM', 'SGL→TWN'])
    expect(draft.base.value.version).toBe(8)
    draft.undo()
    expect(draft.count.value).toBe(0)
  })

  it('gives its changes up for what is stored', () => {
    const draft = begun()
    draft.connect('SGL', 'FAM')
    draft.take(graph(8))
    draft.reload()
    expect(draft.edges.value).toEqual([])
    expect(draft.count.value).toBe(0)
  })
})
