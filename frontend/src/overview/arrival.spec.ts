import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import { arrivalClock, arrivalWords } from './arrival'
import './words'

const NOW = Date.parse('2027-01-10T14:32:00+09:00')
const arrival = (date: string, time?: string) => ({
  date,
  at: time ? `${date}T${time}:00+09:00` : null,
  timeZone: 'Asia/Tokyo',
})

describe('the clock of an arrival', () => {
  beforeAll(() => speak('ja'))

  it('counts down to the time that the guest has said', () => {
    expect(arrivalClock(arrival('2027-01-10', '18:00'), NOW)).toEqual({ text: '3 時間 28 分', tone: 'person' })
    expect(arrivalClock(arrival('2027-01-11', '16:32'), NOW)).toEqual({ text: '1 日 2 時間', tone: 'attention' })
  })

  it('says the day when no time is known', () => {
    expect(arrivalClock(arrival('2027-01-10'), NOW)).toEqual({ text: '本日到着', tone: 'person' })
    expect(arrivalClock(arrival('2027-01-11'), NOW)).toEqual({ text: '明日到着', tone: 'attention' })
    expect(arrivalClock(arrival('2027-01-22'), NOW)).toEqual({ text: '12 日', tone: 'plain' })
  })

  it('says how late it is when the guest may stand at the desk', () => {
    expect(arrivalClock(arrival('2027-01-10', '14:00'), NOW)).toEqual({ text: '32 分 超過', tone: 'person' })
  })

  it('is calm about what is over or unknown', () => {
    expect(arrivalClock(arrival('2027-01-09', '15:00'), NOW).tone).toBe('plain')
    expect(arrivalClock(null, NOW)).toEqual({ text: '到着日不明', tone: 'plain' })
  })

  it('names the moment with its zone', () => {
    expect(arrivalWords(arrival('2027-01-10', '18:00'), NOW)).toBe('本日 18:00 JST')
    expect(arrivalWords(arrival('2027-01-22'), NOW)).toBe('2027-01-22（金）')
  })
})
