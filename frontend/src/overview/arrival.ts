import type { Schema } from '@/api/client'
import { clock, dateWithWeekday, nightsBetween, span, today } from '@/i18n/formats'
import { i18n } from '@/i18n'
import type { Tone } from '@/kit/states'

type Deadline = Schema<'DashboardDeadline'>

/** How long there is until a guest stands at the desk, and how much that matters. */
export interface ArrivalClock {
  text: string
  tone: Extract<Tone, 'person' | 'attention' | 'plain'>
}

const HOUR = 3_600_000
const { t } = i18n.global

export function arrivalClock(deadline: Deadline | null | undefined, now: number): ArrivalClock {
  if (!deadline) return { text: t('overview.noArrival'), tone: 'plain' }
  const days = nightsBetween(today(deadline.timeZone, new Date(now)), deadline.date)
  if (days < 0) return { text: t('overview.passed'), tone: 'plain' }
  if (deadline.at) {
    const rest = new Date(deadline.at).getTime() - now
    if (rest < 0) return { text: t('overview.late', { span: span(-rest) }), tone: 'person' }
    return { text: span(rest), tone: days === 0 ? 'person' : rest < 48 * HOUR ? 'attention' : 'plain' }
  }
  if (days === 0) return { text: t('overview.today'), tone: 'person' }
  if (days === 1) return { text: t('overview.tomorrow'), tone: 'attention' }
  return { text: t('overview.inDays', { count: days }), tone: 'plain' }
}

/** When that is, in words: `本日 18:00 JST`, `2027-05-14（金）`. */
export function arrivalWords(deadline: Deadline | null | undefined, now: number): string {
  if (!deadline) return ''
  const { at, date, timeZone } = deadline
  if (!at) return dateWithWeekday(date)
  return date === today(timeZone, new Date(now))
    ? t('overview.arrivesTodayAt', { at: clock(at, timeZone) })
    : t('overview.arrivesAt', { date: dateWithWeekday(date), at: clock(at, timeZone) })
}
