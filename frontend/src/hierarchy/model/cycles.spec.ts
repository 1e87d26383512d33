import { describe, expect, it } from 'vitest'
import { closingTypes, cycleClosedBy, cycleKey, cyclesIn, wayBetween } from './cycles'

const edge = (from: string, to: string) => ({ id: `${from}${to}`, from, to })
const EDGES = [edge('SGL', 'DBL'), edge('SGL', 'TWN'), edge('DBL', 'JPN'), edge('TWN', 'FAM'), edge('TWN', 'JPN')]

describe('circles', () => {
  it('finds the shortest way between two types', () => {
    expect(wayBetween(EDGES, 'SGL', 'JPN')).toEqual(['SGL', 'DBL', 'JPN'])
    expect(wayBetween(EDGES, 'JPN', 'SGL')).toBeNull()
  })

  it('names the circle that one more relation would close', () => {
    expect(cycleClosedBy(EDGES, 'FAM', 'TWN')).toEqual(['FAM', 'TWN', 'FAM'])
    expect(cycleClosedBy(EDGES, 'FAM', 'SGL')).toEqual(['FAM', 'SGL', 'TWN', 'FAM'])
    expect(cycleClosedBy(EDGES, 'JPN', 'FAM')).toBeNull()
  })

  it('takes a relation of a type with itself for a circle', () => {
    expect(cycleClosedBy([], 'SGL', 'SGL')).toEqual(['SGL', 'SGL'])
  })

  it('marks whence a type is reached when one draws from it, and what it reaches when one draws to it', () => {
    expect([...closingTypes(EDGES, 'FAM', 'source')].sort()).toEqual(['FAM', 'SGL', 'TWN'])
    expect([...closingTypes(EDGES, 'TWN', 'target')].sort()).toEqual(['FAM', 'JPN', 'TWN'])
  })

  it('finds every relation on a circle and none beside it', () => {
    const circled = [...EDGES, edge('JPN', 'SGL')]
    expect([...cyclesIn(circled).keys()].sort()).toEqual(['DBLJPN', 'JPNSGL', 'SGLDBL', 'SGLTWN', 'TWNJPN'])
    expect(cyclesIn(EDGES).size).toBe(0)
  })

  it('knows a circle again wherever it begins', () => {
    expect(cycleKey(['B', 'C', 'A', 'B'])).toBe(cycleKey(['A', 'B', 'C', 'A']))
    expect(cycleKey(['A', 'C', 'B', 'A'])).not.toBe(cycleKey(['A', 'B', 'C', 'A']))
  })
})
