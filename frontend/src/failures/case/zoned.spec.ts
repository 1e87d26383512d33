import { describe, expect, it } from 'vitest'
import { instantOf, tomorrowAtNine, wallTime } from './zoned'

const LATE = new Date('2027-05-14T16:30:00Z')

describe('the clock on the hotel’s wall', () => {
  it('shows the hotel’s time, wherever one looks from', () => {
    expect(wallTime(LATE, 'Asia/Tokyo')).toBe('2027-05-15T01:30')
  })

  it('is read back as the same moment', () => {
    expect(instantOf('2027-05-15T01:30', 'Asia/Tokyo')).toEqual(LATE)
    expect(instantOf('2027-05-14T17:30', 'Europe/London')).toEqual(LATE)
    expect(instantOf('', 'Asia/Tokyo')).toBeNull()
  })

  it('knows the hotel’s tomorrow', () => {
    expect(tomorrowAtNine('Asia/Tokyo', LATE)).toBe('2027-05-16T09:00')
  })
})
