import type { Schema } from '@/api/client'
import { i18n } from '@/i18n'
import type { TimeLineEntry } from '@/kit/TimeLine.vue'
import { toneOfOutcome, type Tone } from '@/kit/states'
import { duration } from './duration'

type ImportEvent = Schema<'ImportEvent'>

const { t, te } = i18n.global

function title(event: ImportEvent): string {
  const exact = `imports.events.${event.event}_${event.what ?? ''}`
  return te(exact) ? t(exact) : t(`imports.events.${event.event}`)
}

const CLOSED_TONES: Record<string, Tone> = { healed: 'well', superseded: 'plain', dismissed: 'plain' }

function tone(event: ImportEvent): Tone {
  switch (event.event) {
    case 'received':
    case 'reservation':
      return 'well'
    case 'attempt':
      return event.outcome ? toneOfOutcome(event.outcome) : 'waits'
    case 'failure_opened':
      return 'person'
    case 'failure_closed':
      return CLOSED_TONES[event.what ?? ''] ?? 'well'
    case 'failure_action':
      return 'act'
    case 'incident':
      return event.what === 'resolved' ? 'well' : 'attention'
    case 'repeated':
      return 'plain'
  }
}

function outcome(event: ImportEvent): string | null {
  if (!event.outcome) return null
  if (event.outcome === 'rejected' && event.class) return t(`kit.classes.${event.class}`)
  return t(`kit.outcomes.${event.outcome}`)
}

function detail(event: ImportEvent): string {
  return [
    event.event === 'failure_opened' && event.class ? t(`kit.classes.${event.class}`) : outcome(event),
    event.message,
    event.revision ? t('imports.revision', { revision: event.revision }) : null,
    event.telegram ? t('imports.repetition', { id: event.telegram }) : null,
    event.who,
    event.reason,
    event.durationMicros != null ? duration(event.durationMicros / 1000) : null,
  ]
    .filter((part) => part)
    .join('　')
}

/** A telegram's story in the words of the desk, the first first. */
export function history(events: ImportEvent[]): TimeLineEntry[] {
  return events.map((event, index) => ({
    key: `${index}`,
    at: event.at,
    title: title(event),
    detail: detail(event) || undefined,
    code: event.code ?? undefined,
    tone: tone(event),
  }))
}
