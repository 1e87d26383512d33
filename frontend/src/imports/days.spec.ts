import { describe, expect, it } from 'vitest'
import { dayBegins, dayEnds } from './days'

describe('a day of the hotel', () => {
  it('begins at midnight of its zone', () => {
    expect(dayBegins('2027-01-10', 'Asia/Tokyo')).toBe('2027-01-09T15:00:00.000Z')
  })

  it('ends when the next one begins', () => {
    expect(dayEnds('2027-01-10', 'Asia/Tokyo')).toBe('2027-01-10T15:00:00.000Z')
  })

  it('is an hour shorter when the clocks go forward', () => {
    expect(dayBegins('2027-03-28', 'Europe/Paris')).toBe('2027-03-27T23:00:00.000Z')
    expect(dayEnds('2027-03-28', 'Europe/Paris')).toBe('2027-03-28T22:00:00.000Z')
  })
})
