import type { Tone } from '@/kit/states'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How far a zone's clock is ahead of UTC at a moment. */
function ahead(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return shown - Math.floor(at / 1000) * 1000
}

/** The moment when a hotel's clock shows this date and time. */
export function momentAt(date: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${date}T${time.padStart(5, '0')}:00Z`)
  const near = asUtc - ahead(zone, asUtc)
  return asUtc - ahead(zone, near)
}

/** How near a guest is. */
export interface Nearness {
  tone: Tone
  /** Milliseconds until the guest comes; null when only the day is known. */
  left: number | null
  /** Days until the day of arrival by the hotel's calendar; negative when it is over. */
  days: number
  /** The moment of coming has passed. */
  late: boolean
}

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/

/** Red within a day, amber within two; without a time the day decides. */
export function nearness(arrival: string, time: string | null | undefined, zone: string, now: number): Nearness {
  const days = Math.floor((momentAt(arrival, '00:00', zone) - startOfDay(now, zone)) / DAY + 0.5)
  if (time && CLOCK.test(time)) {
    const left = momentAt(arrival, time, zone) - now
    return { tone: toneOf(left / HOUR), left, days, late: left < 0 }
  }
  return { tone: toneOf(days * 24 + 1), left: null, days, late: days < 0 }
}

function toneOf(hours: number): Tone {
  if (hours <= 24) return 'person'
  return hours <= 48 ? 'attention' : 'plain'
}

function startOfDay(now: number, zone: string): number {
  const date = new Date(now + ahead(zone, now)).toISOString().slice(0, 10)
  return momentAt(date, '00:00', zone)
}
