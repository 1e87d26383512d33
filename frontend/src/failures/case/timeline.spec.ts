import { describe, expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { timeLine } from './timeline'

const retry = (minute: number, code: string | null): Schema<'ImportEvent'> => ({
  at: `2027-05-14T09:0${minute}:00+09:00`,
  event: 'attempt',
  what: 'retry',
  outcome: code ? 'rejected' : 'imported',
  code,
})

const say = {
  t: (key: string, named?: Record<string, unknown>) => (named ? `${key} ${Object.values(named).join(' ')}` : key),
  knows: () => true,
}

function titles(timeline: Schema<'ImportEvent'>[], next: string | null = null): string[] {
  return timeLine({ timeline } as Schema<'ImportCase'>, next, say).map(({ title }) => title)
}

describe('the timeline of a telegram', () => {
  it('says once what was met again and again', () => {
    const same = [retry(1, 'availability.full'), retry(2, 'availability.full'), retry(3, 'availability.full')]
    expect(titles([...same, retry(4, null)])).toEqual([
      'failure.line.times failure.line.attempt.retry 3',
      'failure.line.attempt.retry',
    ])
  })

  it('ends with what is still to come', () => {
    expect(titles([], '2027-05-14T10:00:00+09:00')).toEqual(['failure.line.nextRetry'])
  })
})
