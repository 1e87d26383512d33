import { describe, expect, it } from 'vitest'
import { askedIn, asQuery, changed, sound, type Asked } from './asked'

const stay: Asked = { roomType: 'TWN', checkIn: '2027-05-14', checkOut: '2027-05-16', guests: 2, rooms: 1 }

describe('a stay in the address', () => {
  it('is read as it was written', () => expect(askedIn(asQuery(stay))).toEqual(stay))

  it('leaves out what makes no sense', () =>
    expect(askedIn({ type: '', checkIn: 'tomorrow', guests: '0', rooms: '2' })).toEqual({ rooms: 2 }))

  it('always has a night', () => expect(sound({ ...stay, checkOut: '2027-05-10' }).checkOut).toBe('2027-05-15'))

  it('keeps its nights when the check-in moves', () =>
    expect(changed(stay, { checkIn: '2027-06-01' }).checkOut).toBe('2027-06-03'))

  it('takes another check-out as it is', () =>
    expect(changed(stay, { checkOut: '2027-05-20' }).checkOut).toBe('2027-05-20'))
})
