import { describe, expect, it } from 'vitest'
import { difference, laidOver, nextPriority, outgoing, relationsOf, reordered, sizeOf } from './relations'
import { joined } from './samples'

const SGL_DBL = joined('SGL-1->DBL')
const SGL_TWN = joined('SGL-2->TWN')
const TWN_FAM = joined('TWN-1->FAM')
const EDGES = [SGL_TWN, SGL_DBL, TWN_FAM]
const names = (edges: { from: string; to: string; priority: number }[]) =>
  edges.map((edge) => `${edge.from}-${edge.priority}->${edge.to}`)

describe('relations', () => {
  it('lists those that leave a type in order of priority', () => {
    expect(names(outgoing(EDGES, 'SGL'))).toEqual(['SGL-1->DBL', 'SGL-2->TWN'])
    expect(nextPriority(EDGES, 'SGL')).toBe(3)
    expect(nextPriority(EDGES, 'FAM')).toBe(1)
  })

  it('numbers those of one type anew and leaves the others alone', () => {
    const anew = reordered(EDGES, [SGL_TWN.id, SGL_DBL.id])
    expect(names(outgoing(anew, 'SGL'))).toEqual(['SGL-1->TWN', 'SGL-2->DBL'])
    expect(anew[2]).toBe(TWN_FAM)
  })

  it('keeps the ids of what is known when it comes back from the store', () => {
    const [again, strange] = relationsOf(
      [
        { from: 'SGL', to: 'DBL', priority: 5, kind: 'up', active: true },
        { from: 'DBL', to: 'FAM', priority: 1, kind: 'up', active: true },
      ],
      EDGES,
    )
    expect(again).toEqual({ ...SGL_DBL, priority: 5 })
    expect(EDGES.map((edge) => edge.id)).not.toContain(strange?.id)
  })

  it('tells what was added, removed and changed, whatever the order', () => {
    const added = joined('DBL-1->FAM')
    const made = difference(EDGES, [{ ...SGL_DBL, priority: 4 }, added, SGL_TWN])
    expect(names(made.added)).toEqual(['DBL-1->FAM'])
    expect(names(made.removed)).toEqual(['TWN-1->FAM'])
    expect(made.changed.map(({ after }) => after.priority)).toEqual([4])
    expect(sizeOf(made)).toBe(3)
    expect(sizeOf(difference(EDGES, [...EDGES].reverse()))).toBe(0)
  })

  it('lays one person’s changes over what another stored', () => {
    const mine = difference(EDGES, [{ ...SGL_DBL, active: false }, SGL_TWN, joined('DBL-1->FAM')])
    const theirs = [SGL_DBL, TWN_FAM, joined('TWN-2->JPN')]
    const both = laidOver(theirs, mine)
    expect(names(both)).toEqual(['SGL-1->DBL', 'TWN-2->JPN', 'DBL-1->FAM'])
    expect(both[0]?.active).toBe(false)
  })
})
