import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import { history } from './history'
import './words'

describe('the story of a telegram', () => {
  beforeAll(() => speak('en'))

  it('says how each attempt was started, what came of it and how long it took', () => {
    const [first, second] = history([
      {
        at: '2027-01-10T09:12:41Z',
        event: 'attempt',
        what: 'initial',
        outcome: 'rejected',
        class: 'ROOM_MAPPING',
        code: 'mapping.unknown_code',
        durationMicros: 21_300,
      },
      { at: '2027-01-10T09:20:00Z', event: 'attempt', what: 'manual', outcome: 'imported', durationMicros: 1_400_000 },
    ])
    expect(first).toMatchObject({ title: 'Import', code: 'mapping.unknown_code', tone: 'person' })
    expect(first?.detail).toBe('Room type not mapped　21 ms')
    expect(second).toMatchObject({ title: 'Retry by hand', detail: 'Imported　1.4 s', tone: 'well' })
  })

  it('keeps who did what and why', () => {
    const [action] = history([
      { at: '2027-01-10T09:12:41Z', event: 'failure_action', what: 'dismiss', who: 'yamada', reason: 'double booking' },
    ])
    expect(action).toMatchObject({ title: 'Dismissed with a reason', detail: 'yamada　double booking', tone: 'act' })
  })

  it('has a word for what it does not know', () => {
    const [incident] = history([{ at: '2027-01-10T09:12:41Z', event: 'incident', what: 'something-new' }])
    expect(incident?.title).toBe('Notification')
  })
})
