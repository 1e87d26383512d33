import { describe, expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { beforeAndAfter } from './beforeAfter'

const night = (roomType: string, date: string, sold: number) => ({
  roomType,
  date,
  rooms: 1,
  outOfOrder: 0,
  sold,
  free: Math.max(0, 1 - sold),
  oversold: Math.max(0, sold - 1),
  overbooking: 0,
  stopSell: false,
})

const proposal = {
  state: 'proposed',
  requested: { roomType: 'SGL', checkIn: '2027-05-14', checkOut: '2027-05-15', guests: 1, rooms: 1 },
  frees: { roomType: 'SGL', path: ['SGL'] },
  moves: [{ from: 'SGL', to: 'TWN', checkIn: '2027-05-13', checkOut: '2027-05-15' }],
} as Schema<'Cascade'>

const nights = [
  night('SGL', '2027-05-13', 1),
  night('SGL', '2027-05-14', 1),
  night('TWN', '2027-05-13', 0),
  night('TWN', '2027-05-14', 0),
]

describe('before and after a cascade', () => {
  it('shows what the moves free and take, over every night that they touch', () => {
    const { dates, before, after } = beforeAndAfter(proposal, nights)
    expect(dates).toEqual(['2027-05-13', '2027-05-14'])
    expect(before.map((row) => row.free)).toEqual([
      { '2027-05-13': 0, '2027-05-14': 0 },
      { '2027-05-13': 1, '2027-05-14': 1 },
    ])
    expect(after.map((row) => row.free)).toEqual([
      { '2027-05-13': 1, '2027-05-14': 1 },
      { '2027-05-13': 0, '2027-05-14': 0 },
    ])
  })

  it('takes what is now as after, once it is applied', () => {
    const applied = { ...proposal, state: 'applied' } as Schema<'Cascade'>
    const { before, after } = beforeAndAfter(applied, nights)
    expect(after[0]?.free['2027-05-14']).toBe(0)
    expect(before[0]?.free['2027-05-14']).toBe(-1)
  })
})
