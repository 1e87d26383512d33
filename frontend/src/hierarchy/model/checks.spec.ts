import { describe, expect, it } from 'vitest'
import { check } from './checks'
import { joined, off, roomType } from './samples'

const TYPES = [roomType('SGL', 8_000, 1), roomType('DBL', 12_000), roomType('TWN', 13_000), roomType('FAM', 19_000, 5)]
const codes = (found: { code: string }[]) => found.map((one) => one.code.replace('hierarchy.', ''))

describe('what is found while one draws', () => {
  it('has nothing to say of a sound hierarchy', () => {
    const found = check([joined('SGL-1->DBL'), joined('SGL-2->TWN'), joined('TWN-1->FAM')], TYPES)
    expect(found).toEqual({ errors: [], warnings: [] })
  })

  it('names each circle once, with the relations that close it; switched off ones count', () => {
    const edges = [joined('SGL-1->DBL'), off(joined('DBL-1->SGL'))]
    const [cycle, ...more] = check(edges, TYPES).errors
    expect(more).toEqual([])
    expect(cycle).toEqual({ code: 'hierarchy.cycle', cycle: ['SGL', 'DBL', 'SGL'], ids: edges.map((edge) => edge.id) })
  })

  it('finds a relation that is there twice, and a type that is not there', () => {
    const found = check([joined('SGL-1->DBL'), joined('SGL-2->DBL'), joined('SGL-3->XXX')], TYPES)
    expect(codes(found.errors)).toEqual(['unknown_type', 'duplicate_edge'])
  })

  it('warns of equal priorities, of types that nothing touches, of fewer beds and lower rates', () => {
    const edges = [joined('TWN-1->DBL'), joined('FAM-1->DBL'), joined('FAM-1->TWN', 'sideways')]
    const { errors, warnings } = check(edges, TYPES)
    expect(errors).toEqual([])
    expect(codes(warnings)).toEqual([
      'equal_priorities',
      'unreachable_type',
      'lower_rate',
      'lower_capacity',
      'lower_rate',
      'lower_capacity',
    ])
    expect(warnings[0]).toMatchObject({ from: 'FAM', priority: 1, roomTypes: ['DBL', 'TWN'] })
  })

  it('warns only of relations that are followed', () => {
    const found = check([off(joined('SGL-1->DBL')), joined('SGL-1->TWN'), joined('DBL-1->FAM')], TYPES)
    expect(found.warnings).toEqual([])
  })
})
