import type { Schema } from '@/api/client'
import type { TimeLineEntry } from '@/kit/TimeLine.vue'
import { toneOfClass, toneOfOutcome, type Tone } from '@/kit/states'

type Event = Schema<'ImportEvent'>
type Say = (key: string, named?: Record<string, unknown>) => string

/** The key of an event's words below `failure.line`, as `what` details it. */
function titleKey({ event, what }: Event): string {
  switch (event) {
    case 'received':
    case 'repeated':
      return event
    case 'attempt':
      return `attempt.${what}`
    case 'failure_opened':
      return 'opened'
    case 'failure_action':
      return `action.${what}`
    case 'failure_closed':
      return `closed.${what}`
    case 'incident':
      return 'incident'
    case 'reservation':
      return `reservation.${what}`
  }
}

function toneOf(event: Event): Tone {
  switch (event.event) {
    case 'received':
    case 'reservation':
      return 'well'
    case 'attempt':
      return event.class ? toneOfClass(event.class) : toneOfOutcome(event.outcome ?? '')
    case 'failure_opened':
      return toneOfClass(event.class ?? '')
    case 'failure_closed':
      return event.what === 'dismissed' ? 'plain' : 'well'
    case 'failure_action':
      return 'act'
    default:
      return 'plain'
  }
}

/** What happened to a telegram, in words, the first first; what is still to come stands last. */
export function timeLine(
  telegram: Schema<'ImportCase'>,
  next: string | null | undefined,
  say: { t: Say; knows: (key: string) => boolean },
): TimeLineEntry[] {
  const entries = telegram.timeline.map((event, at): TimeLineEntry => {
    const key = `failure.line.${titleKey(event)}`
    const took = event.durationMicros == null ? null : (event.durationMicros / 1_000).toFixed(0)
    const detail = [
      event.event === 'received' && telegram.via ? say.t(`failure.line.via.${telegram.via}`) : null,
      event.who,
      event.reason,
      event.event === 'attempt' || event.event === 'failure_opened' ? event.message : null,
      took === null ? null : say.t('failure.line.took', { ms: took }),
    ]
    return {
      key: `${at}`,
      at: event.at,
      title: say.t(say.knows(key) ? key : 'failure.line.other'),
      detail: detail.filter(Boolean).join('　') || undefined,
      code: event.code ?? undefined,
      tone: toneOf(event),
    }
  })
  if (next) entries.push({ key: 'next', at: next, title: say.t('failure.line.nextRetry'), tone: 'plain' })
  return entries
}
