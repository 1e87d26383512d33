import type { Schema } from '@/api/client'
import { momentAt } from '@/failures/list/arrival'
import { plusDays, today } from '@/i18n/formats'
import type { Tone } from '@/kit/states'

export type Run = Schema<'BulkOperation'>
export type RunItem = Schema<'BulkOperationItem'>
export type Wanted = Schema<'BulkOperationWanted'>

/** What can be done to many failures from here; giving a type is done in the case. */
export const ACTIONS = ['retry', 'snooze', 'dismiss'] as const
export type Action = (typeof ACTIONS)[number]

/** Until when something may be left alone: hours from now, or a morning by the hotel's clock. */
export const PAUSES = ['1h', '4h', 'morning', '3d', '7d'] as const
export type Pause = (typeof PAUSES)[number]

const HOUR = 3_600_000

export function endOf(pause: Pause, zone: string, now: number): string {
  const nine = (days: number) => momentAt(plusDays(today(zone, new Date(now)), days), '09:00', zone)
  const ends: Record<Pause, number> = {
    '1h': now + HOUR,
    '4h': now + 4 * HOUR,
    morning: nine(1),
    '3d': nine(3),
    '7d': nine(7),
  }
  return new Date(ends[pause]).toISOString()
}

const TONES: Record<Run['state'], Tone> = {
  canary: 'act',
  running: 'act',
  paused: 'attention',
  cancelled: 'plain',
  done: 'well',
}
export const toneOfRun = (state: Run['state']): Tone => TONES[state]
export const isOver = (run: Run) => run.state === 'done' || run.state === 'cancelled'

/** One step of the way: one failure, ten more, the rest. */
export interface Stage {
  name: 'one' | 'ten' | 'rest'
  size: number
  /** How many of them are over. */
  over: number
  state: 'ahead' | 'under way' | 'over'
}

/** The stages of a run that has as many failures; a small one has fewer. */
export function stagesOf(run: Pick<Run, 'total' | 'pending'>): Stage[] {
  const over = run.total - run.pending
  const bounds = [
    { name: 'one', from: 0, to: 1 },
    { name: 'ten', from: 1, to: 11 },
    { name: 'rest', from: 11, to: run.total },
  ] as const
  return bounds
    .map(({ name, from, to }) => ({ name, from, to: Math.min(to, run.total) }))
    .filter(({ from, to }) => to > from)
    .map(({ name, from, to }) => {
      const done = Math.max(0, Math.min(over, to) - from)
      const size = to - from
      const state = done === size ? 'over' : over >= from ? 'under way' : 'ahead'
      return { name, size, over: done, state }
    })
}
