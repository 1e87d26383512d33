import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLiveFeed } from './feed'

/** The other end of the connection, in the test's hand. */
class Wire {
  static opened: Wire[] = []
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  readyState = 0
  sent: { subscribe: string[]; after: string | null }[] = []
  onopen: () => void = () => undefined
  onclose: () => void = () => undefined
  onmessage: (message: { data: string }) => void = () => undefined

  constructor(readonly url: string) {
    Wire.opened.push(this)
  }

  send(text: string) {
    this.sent.push(JSON.parse(text))
  }

  close() {
    this.readyState = 3
    this.onclose()
  }

  open() {
    this.readyState = Wire.OPEN
    this.onopen()
  }

  say(message: object) {
    this.onmessage({ data: JSON.stringify(message) })
  }
}

const last = () => {
  const wire = Wire.opened.at(-1)
  if (!wire) throw new Error('No connection was opened')
  return wire
}
const snapshot = (cursor: string, gap = false) => ({ type: 'snapshot', cursor, at: '', gap, topics: {} })
const event = (cursor: string) => ({
  type: 'event',
  cursor,
  topic: 'failures:SMP',
  kind: 'failure.changed',
  at: '',
  data: {},
})

describe('the live feed', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', Wire)
    Wire.opened = []
    setActivePinia(createPinia())
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('asks after a loss for what came behind the last message that it saw', () => {
    const feed = useLiveFeed()
    feed.listenTo(['failures:SMP'])
    last().open()
    expect(last().sent).toEqual([{ subscribe: ['failures:SMP'], after: null }])
    last().say(snapshot('10'))
    last().say(event('11'))
    expect(feed.state).toBe('live')

    last().close()
    expect(feed.state).toBe('reconnecting')
    vi.advanceTimersByTime(1_000)
    last().open()

    expect(Wire.opened).toHaveLength(2)
    expect(last().sent).toEqual([{ subscribe: ['failures:SMP'], after: '11' }])
  })

  it('has everything read anew when what was missed is gone', () => {
    const feed = useLiveFeed()
    const reset = vi.fn()
    feed.onReset(reset)
    feed.listenTo(['failures:SMP'])
    last().open()
    last().say(snapshot('10'))
    expect(reset).not.toHaveBeenCalled()
    last().close()
    vi.advanceTimersByTime(1_000)
    last().open()
    last().say(snapshot('99', true))
    expect(reset).toHaveBeenCalledOnce()
  })

  it('takes a connection that says nothing for lost', () => {
    const feed = useLiveFeed()
    feed.listenTo(['failures:SMP'])
    last().open()
    last().say(snapshot('10'))
    vi.advanceTimersByTime(60_000)
    expect(Wire.opened.length).toBeGreaterThan(1)
  })

  it('waits longer and longer between its tries, and not for ever', () => {
    const feed = useLiveFeed()
    feed.listenTo(['failures:SMP'])
    for (let tries = 0; tries < 12; tries++) {
      last().close()
      vi.advanceTimersByTime(18_001)
    }
    expect(Wire.opened).toHaveLength(13)
  })

  it('ends a connection that was not made yet as soon as it is', () => {
    const feed = useLiveFeed()
    feed.listenTo(['failures:SMP'])
    feed.leave()
    expect(last().readyState).toBe(Wire.CONNECTING)
    last().open()
    expect(last().readyState).toBe(3)
    vi.advanceTimersByTime(60_000)
    expect(Wire.opened).toHaveLength(1)
  })

  it('starts anew when another hotel is chosen, and asks again when told to', () => {
    const feed = useLiveFeed()
    feed.listenTo(['failures:SMP'])
    last().open()
    last().say(snapshot('10'))
    feed.listenTo(['failures:OTH'])
    expect(last().sent.at(-1)).toEqual({ subscribe: ['failures:OTH'], after: null })
    last().say(snapshot('20'))
    last().say({ type: 'resync', cursor: '21' })
    expect(last().sent.at(-1)).toEqual({ subscribe: ['failures:OTH'], after: '21' })
  })
})
