import { describe, expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { matrixRows } from './matrix'

const type = (code: string) => ({ code, name: code, capacity: 2, smoking: false, baseRate: 1, rooms: 2 })
const night = (roomType: string, free: number): Schema<'InventoryNight'> => ({
  roomType,
  date: '2027-05-14',
  free,
  rooms: 2,
  outOfOrder: 0,
  sold: 2 - free,
  stopSell: false,
  overbooking: 0,
  oversold: 0,
})

describe('the nights of a booking', () => {
  it('stand with the type that is meant first, then the upgrades, then the others', () => {
    const rows = matrixRows({
      types: [type('DBL'), type('FAM'), type('SGL'), type('TWN')],
      nights: [night('SGL', 0), night('TWN', 1)],
      dates: ['2027-05-14'],
      suggestion: {
        hierarchyVersion: 1,
        requestedAvailable: false,
        options: [{ roomType: 'TWN', levels: 1, nights: [], path: ['SGL', 'TWN'], priceDifference: 1, priority: [1] }],
      },
      meant: 'SGL',
    })
    expect(rows.map(({ label }) => label)).toEqual(['SGL', 'TWN', 'DBL', 'FAM'])
    expect(rows[0]).toMatchObject({ strong: true, free: { '2027-05-14': 0 } })
    expect(rows[2]?.free).toEqual({ '2027-05-14': null })
  })
})
