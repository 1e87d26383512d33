import { expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { pairOf, relationsOf } from './relations'
import { edgesAt } from './revisions'

const edge = (from: string, to: string, priority = 1) => ({ from, to, priority, kind: 'up', active: true })
const revision = (version: number, before: unknown, after: unknown, what = 'edges') =>
  ({ version, what, before, after, madeAt: '2027-01-10T00:00:00Z', madeBy: 'admin' }) as Schema<'HierarchyRevision'>

it('tells the relations back to how they stood, past changes of rules', () => {
  const now = relationsOf([edge('SGL', 'DBL', 4), edge('DBL', 'FAM')] as Schema<'HierarchyEdge'>[])
  const revisions = [
    revision(9, [], [edge('DBL', 'FAM')]),
    revision(8, { maxUpgradeLevels: 1 }, {}, 'rules'),
    revision(7, [edge('SGL', 'DBL', 1), edge('SGL', 'TWN')], [edge('SGL', 'DBL', 4)]),
    revision(6, [], [edge('SGL', 'DBL', 1), edge('SGL', 'TWN')]),
  ]
  expect(edgesAt(8, now, revisions).map(pairOf)).toEqual(['SGL→DBL'])
  const first = edgesAt(6, now, revisions)
  expect(first.map((one) => `${pairOf(one)} ${one.priority}`)).toEqual(['SGL→DBL 1', 'SGL→TWN 1'])
  expect(first[0]?.id).toBe(now[0]?.id)
})
