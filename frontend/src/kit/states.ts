import { i18n } from '@/i18n'

/** What a colour says; always with a word beside it. */
export type Tone = 'act' | 'well' | 'attention' | 'person' | 'waits' | 'plain'

const CLASS_TONES: Record<string, Tone> = {
  PARSE: 'person',
  VALIDATION: 'person',
  ROOM_MAPPING: 'person',
  NO_AVAILABILITY: 'attention',
  OUT_OF_ORDER: 'waits',
  REMOTE: 'attention',
  SYSTEM: 'attention',
  DUPLICATE: 'plain',
}

const STATE_TONES: Record<string, Tone> = {
  waiting: 'waits',
  retrying: 'waits',
  escalated: 'person',
  resolved: 'well',
  dismissed: 'plain',
}

const OUTCOME_TONES: Record<string, Tone> = {
  imported: 'well',
  modified: 'well',
  cancelled: 'well',
  rejected: 'person',
  pending: 'waits',
}

export const toneOfClass = (failureClass: string): Tone => CLASS_TONES[failureClass] ?? 'plain'
export const toneOfState = (state: string): Tone => STATE_TONES[state] ?? 'plain'
export const toneOfOutcome = (outcome: string): Tone => OUTCOME_TONES[outcome] ?? 'plain'

/** The OTA's name as people say it; as it came, when it is none that we know. */
export function channelName(channel: string): string {
  const key = `kit.channels.${channel}`
  return i18n.global.te(key) ? i18n.global.t(key) : channel
}
