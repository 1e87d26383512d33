import { afterEach, describe, expect, it } from 'vitest'
import { speak } from './index'
import {
  ago,
  clock,
  dateWithWeekday,
  datesBetween,
  moment,
  nightsBetween,
  plusDays,
  shortDate,
  span,
  today,
  yen,
  yenDifference,
} from './formats'

const minutes = (count: number) => count * 60_000

describe('formats', () => {
  afterEach(() => speak('ja'))

  it('writes whole yen, and a difference with its sign', () => {
    expect(yen(1_234_567)).toBe('¥1,234,567')
    expect(yenDifference(4_000)).toBe('+¥4,000')
    expect(yenDifference(-500)).toBe('−¥500')
    expect(yenDifference(0)).toBe('±¥0')
  })

  it('writes dates ISO with the weekday in the language', () => {
    speak('ja')
    expect(dateWithWeekday('2027-05-14')).toBe('2027-05-14（金）')
    speak('en')
    expect(dateWithWeekday('2027-05-14')).toBe('2027-05-14 (Fri)')
    expect(shortDate('2027-05-04')).toBe('5/4')
  })

  it('counts nights over a month’s end and a leap day', () => {
    expect(datesBetween('2028-02-28', '2028-03-02')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(nightsBetween('2028-02-28', '2028-03-02')).toBe(3)
    expect(plusDays('2027-12-31', 1)).toBe('2028-01-01')
  })

  it('shows every moment in the zone of the hotel, and names it', () => {
    expect(moment('2027-01-10T00:12:41Z', 'Asia/Tokyo')).toBe('2027-01-10 09:12:41 JST')
    expect(clock('2027-01-10T00:12:41Z', 'Asia/Tokyo')).toBe('09:12 JST')
    expect(today('Asia/Tokyo', new Date('2027-01-10T16:00:00Z'))).toBe('2027-01-11')
  })

  it('says how long in the two largest units', () => {
    speak('ja')
    expect(span(minutes(208))).toBe('3 時間 28 分')
    expect(span(minutes(26 * 60))).toBe('1 日 2 時間')
    speak('en')
    expect(span(minutes(208))).toBe('3 h 28 min')
    expect(span(12_000)).toBe('12 s')
    expect(ago('2027-01-10T00:00:00Z', Date.parse('2027-01-10T00:05:00Z'))).toBe('5 min ago')
  })
})
