import { describe, expect, it } from 'vitest'
import { curve, MIDDLE, numberPlaces } from './curves'
import { NODE } from './layout'
import { joined } from './samples'

const A = { x: 0, y: 0 }

describe('lines and their numbers', () => {
  it('begins and ends where it should, half-way in the middle', () => {
    const { at } = curve({ x: 0, y: 0 }, { x: 200, y: 100 })
    expect([at(0), at(MIDDLE), at(1)]).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 50 },
      { x: 200, y: 100 },
    ])
  })

  it('passes below the boxes when it leads back', () => {
    expect(curve({ x: 400, y: 30 }, { x: 0, y: 30 }).at(MIDDLE).y).toBeGreaterThan(NODE.height)
  })

  it('puts a number in the middle where there is room', () => {
    const edge = joined('A-1->B')
    const boxes = new Map([
      ['A', A],
      ['B', { x: 400, y: 0 }],
    ])
    expect(numberPlaces([edge], boxes).get(edge.id)).toBe(MIDDLE)
  })

  it('moves a number off another and off a box that the line runs under', () => {
    const far = joined('A-1->C')
    const near = joined('A-2->B')
    const boxes = new Map([
      ['A', A],
      ['B', { x: 300, y: 0 }],
      ['C', { x: 700, y: 0 }],
    ])
    const places = numberPlaces([near, far], boxes)
    expect(places.get(near.id)).toBe(MIDDLE)
    const { at } = curve({ x: NODE.width, y: 0 }, { x: 700, y: 0 })
    const { x } = at(places.get(far.id) ?? MIDDLE)
    expect(x < 300 - 16 || x > 300 + NODE.width + 16).toBe(true)
  })
})
