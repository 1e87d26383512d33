import { describe, expect, it } from 'vitest'
import { momentAt, nearness } from './arrival'

const at = (moment: string) => Date.parse(moment)

describe('the moment of an arrival', () => {
  it('is meant by the clock of the hotel', () => {
    expect(momentAt('2027-01-10', '18:00', 'Asia/Tokyo')).toBe(at('2027-01-10T09:00:00Z'))
  })

  it('knows summer time on both sides of the change', () => {
    expect(momentAt('2027-03-28', '01:30', 'Europe/Berlin')).toBe(at('2027-03-28T00:30:00Z'))
    expect(momentAt('2027-03-28', '18:00', 'Europe/Berlin')).toBe(at('2027-03-28T16:00:00Z'))
  })
})

describe('how near a guest is', () => {
  const now = at('2027-01-10T14:32:00+09:00')

  it('is red within a day of the time that was said', () => {
    expect(nearness('2027-01-10', '18:00', 'Asia/Tokyo', now)).toEqual({
      tone: 'person',
      left: at('2027-01-10T18:00:00+09:00') - now,
      days: 0,
      late: false,
    })
    expect(nearness('2027-01-11', '14:00', 'Asia/Tokyo', now).tone).toBe('person')
  })

  it('is amber within two days, and quiet after that', () => {
    expect(nearness('2027-01-11', '18:00', 'Asia/Tokyo', now).tone).toBe('attention')
    expect(nearness('2027-01-12', '18:00', 'Asia/Tokyo', now).tone).toBe('plain')
  })

  it('goes by the day where no time was said', () => {
    expect(nearness('2027-01-10', null, 'Asia/Tokyo', now)).toEqual({
      tone: 'person',
      left: null,
      days: 0,
      late: false,
    })
    expect(nearness('2027-01-11', null, 'Asia/Tokyo', now).tone).toBe('attention')
    expect(nearness('2027-01-12', 'evening', 'Asia/Tokyo', now)).toMatchObject({ tone: 'plain', left: null, days: 2 })
  })

  it('is late when the time has passed', () => {
    expect(nearness('2027-01-10', '12:00', 'Asia/Tokyo', now)).toMatchObject({ late: true, tone: 'person' })
    expect(nearness('2027-01-09', null, 'Asia/Tokyo', now)).toMatchObject({ late: true, days: -1 })
  })

  it('takes the day of the hotel, not of the reader', () => {
    expect(nearness('2027-01-11', null, 'Asia/Tokyo', at('2027-01-10T15:30:00Z')).days).toBe(0)
  })
})
