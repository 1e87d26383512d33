import { describe, expect, it } from 'vitest'
import { fieldsOf, fitted, nightsOf, withRoom, type Draft } from './draft'

const before: Draft = {
  checkIn: '2027-05-14',
  checkOut: '',
  guestName: '',
  guestKana: '',
  withRooms: false,
  rooms: [{ code: '0001', adults: 1, children: 0, amounts: [9000] }],
}

describe('a correction', () => {
  it('names only what was changed', () => {
    expect(fieldsOf(before, before)).toBeNull()
    expect(fieldsOf({ ...before, checkOut: '2027-05-16' }, before)).toEqual({ checkOut: '2027-05-16' })
  })

  it('gives the rooms anew only when that is wanted', () => {
    expect(fieldsOf({ ...before, withRooms: true }, before)).toEqual({ rooms: before.rooms })
  })

  it('has a rate for each night of the stay, the new ones like the last', () => {
    expect(nightsOf({ ...before, checkOut: '2027-05-16' })).toEqual(['2027-05-14', '2027-05-15'])
    expect(nightsOf({ ...before, checkOut: '2027-05-13' })).toEqual([])
    expect(fitted(before.rooms, 3)[0]?.amounts).toEqual([9000, 9000, 9000])
  })

  it('adds a room like the last one', () => {
    expect(withRoom(before.rooms, 1)).toHaveLength(2)
    expect(withRoom([], 2)).toEqual([{ code: '', adults: 1, children: 0, amounts: [0, 0] }])
  })
})
