import { describe, expect, it } from 'vitest'
import { blockedTypes, inReach, lackingNights, type Look } from './look'

const edge = (from: string, to: string, priority: number, active = true) => ({
  from,
  to,
  priority,
  active,
  kind: 'up' as const,
})
const night = (roomType: string, date: string, sold: number) => ({
  roomType,
  date,
  rooms: 2,
  outOfOrder: 0,
  sold,
  free: Math.max(0, 2 - sold),
  oversold: Math.max(0, sold - 2),
  overbooking: 0,
  stopSell: false,
})
const type = (code: string, capacity: number) => ({
  code,
  name: code,
  capacity,
  smoking: false,
  baseRate: 0,
  rooms: 2,
})

const look: Look = {
  asked: { roomType: 'SGL', checkIn: '2027-05-14', checkOut: '2027-05-16', guests: 2, rooms: 1 },
  suggestion: { requestedAvailable: false, options: [], none: null, hierarchyVersion: 1 },
  nights: [night('SGL', '2027-05-14', 1), night('SGL', '2027-05-15', 3), night('TWN', '2027-05-14', 2)],
  edges: [edge('SGL', 'TWN', 2), edge('SGL', 'DBL', 1), edge('DBL', 'JPN', 1), edge('TWN', 'STE', 1, false)],
}

describe('what was found for a stay', () => {
  it('names the nights that lack rooms', () => expect(lackingNights(look, 'SGL')).toEqual(['2027-05-15']))

  it('reaches what active edges lead to, nearest first', () =>
    expect(inReach(look.edges, 'SGL')).toEqual(['DBL', 'TWN', 'JPN']))

  it('says of types that are no option what nights and beds tell', () =>
    expect(blockedTypes(look, [type('TWN', 1), type('DBL', 2)]).find((one) => one.roomType === 'TWN')).toEqual({
      roomType: 'TWN',
      reasons: [
        { code: 'upgrade.full', night: '2027-05-14', detail: 'free=0 rooms=1 nights=2' },
        { code: 'upgrade.capacity', detail: 'capacity=1 guests=2' },
      ],
    }))

  it('keeps to the proof where there is one', () => {
    const reasons = [
      { roomType: 'SGL', code: 'upgrade.full', night: '2027-05-15', detail: null },
      { roomType: 'DBL', code: 'upgrade.rule.smoking', night: null, detail: null },
    ]
    const proven = { ...look, suggestion: { ...look.suggestion, none: { reasons } } }
    expect(blockedTypes(proven, []).map((one) => one.roomType)).toEqual(['SGL', 'DBL'])
  })
})
