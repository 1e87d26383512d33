import { describe, expect, it } from 'vitest'
import { candidates, changedOrders } from './candidates'
import { joined, off, roomType } from './samples'

const TYPES = [
  roomType('SGL', 8_000),
  roomType('DBL', 12_000),
  roomType('TWN', 13_000),
  roomType('JPN', 18_000),
  roomType('FAM', 19_000),
]
const EDGES = ['SGL-1->DBL', 'SGL-2->TWN', 'DBL-1->JPN', 'TWN-1->FAM', 'TWN-2->JPN'].map((text) => joined(text))

describe('the order of offers', () => {
  it('follows the priorities step by step, a prefix first', () => {
    expect(candidates(EDGES, TYPES, 'SGL')).toEqual(['DBL', 'JPN', 'TWN', 'FAM'])
    expect(candidates(EDGES, TYPES, 'FAM')).toEqual([])
  })

  it('takes the cheaper one first between equal priorities', () => {
    expect(candidates([joined('SGL-1->JPN'), joined('SGL-1->DBL')], TYPES, 'SGL')).toEqual(['DBL', 'JPN'])
  })

  it('compares ways of different lengths by their steps', () => {
    const edges = ['SGL-1->DBL', 'SGL-1->TWN', 'DBL-1->TWN', 'TWN-1->JPN', 'TWN-2->FAM'].map((text) => joined(text))
    // [1] DBL, [1] TWN, [1,1] JPN by TWN, [1,1,2] FAM by DBL and TWN before [1,2].
    expect(candidates(edges, TYPES, 'SGL')).toEqual(['DBL', 'TWN', 'JPN', 'FAM'])
  })

  it('does not follow what is switched off, and ends in a circle', () => {
    expect(candidates([off(joined('SGL-1->DBL')), joined('SGL-2->TWN')], TYPES, 'SGL')).toEqual(['TWN'])
    expect(candidates([joined('SGL-1->DBL'), joined('DBL-1->SGL')], TYPES, 'SGL')).toEqual(['DBL'])
  })

  it('names only the types whose guests are offered something else', () => {
    const after = EDGES.filter((edge) => edge.from !== 'DBL')
    expect(changedOrders(EDGES, after, TYPES)).toEqual([
      { roomType: 'SGL', before: ['DBL', 'JPN', 'TWN', 'FAM'], after: ['DBL', 'TWN', 'FAM', 'JPN'] },
      { roomType: 'DBL', before: ['JPN'], after: [] },
    ])
  })
})
