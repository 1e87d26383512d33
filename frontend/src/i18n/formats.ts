import { language } from './index'

const locale = () => (language.value === 'ja' ? 'ja-JP' : 'en-GB')

/** Whole yen: `¥52,000`. */
export function yen(amount: number): string {
  return `${amount < 0 ? '−' : ''}¥${Math.abs(amount).toLocaleString('en-US')}`
}

/** A price difference with its sign: `+¥4,000`, `±¥0`. */
export function yenDifference(amount: number): string {
  if (amount === 0) return '±¥0'
  return `${amount > 0 ? '+' : '−'}¥${Math.abs(amount).toLocaleString('en-US')}`
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}

function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** The weekday in the language: `金`, `Fri`. */
export function weekday(date: string): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(day(date))
}

/** An ISO date with its weekday: `2027-05-14（金）`, `2027-05-14 (Fri)`. */
export function dateWithWeekday(date: string): string {
  return language.value === 'ja' ? `${date}（${weekday(date)}）` : `${date} (${weekday(date)})`
}

/** Month and day, for the heads of narrow columns: `5/14`. */
export function shortDate(date: string): string {
  const [, month, dayOfMonth] = date.split('-')
  return `${Number(month)}/${Number(dayOfMonth)}`
}

/** Every date from the first to the one before the last. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = []
  for (let at = day(from); at < day(to); at = new Date(at.getTime() + 86_400_000)) {
    dates.push(at.toISOString().slice(0, 10))
  }
  return dates
}

export function plusDays(date: string, days: number): string {
  return new Date(day(date).getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

export function nightsBetween(from: string, to: string): number {
  return Math.round((day(to).getTime() - day(from).getTime()) / 86_400_000)
}

/** Today in the hotel's zone, as an ISO date. */
export function today(zone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
}

/** The short name of a zone at a moment: `JST`. */
export function zoneName(zone: string, at: Date = new Date()): string {
  if (zone === 'Asia/Tokyo') return 'JST'
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** A moment with its zone: `2027-01-10 09:12:41 JST`. */
export function moment(at: string, zone: string, seconds = true): string {
  const date = new Date(at)
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: seconds ? 'medium' : 'short',
  }).format(date)
  return `${shown} ${zoneName(zone, date)}`
}

/** Only the clock, with its zone: `09:12:41 JST`. */
export function clock(at: string | Date, zone: string, seconds = false): string {
  const date = typeof at === 'string' ? new Date(at) : at
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: seconds ? 'medium' : 'short' }).format(
    date,
  )
  return `${shown} ${zoneName(zone, date)}`
}

/** How long between two moments, in the two largest units: `3 時間 28 分`, `3 h 28 min`. */
export function span(milliseconds: number): string {
  const ja = language.value === 'ja'
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days >= 7) return ja ? `${days} 日` : `${days} d`
  if (days > 0) return ja ? `${days} 日 ${hours} 時間` : `${days} d ${hours} h`
  if (hours > 0) return ja ? `${hours} 時間 ${rest} 分` : `${hours} h ${rest} min`
  if (minutes > 0) return ja ? `${minutes} 分` : `${minutes} min`
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return ja ? `${seconds} 秒` : `${seconds} s`
}

/** How long ago: `42 秒前`, `42 s ago`. */
export function ago(at: string, now: number): string {
  const shown = span(now - new Date(at).getTime())
  return language.value === 'ja' ? `${shown}前` : `${shown} ago`
}
