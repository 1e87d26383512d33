import { QueryClient } from '@tanstack/vue-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refreshes } from './refreshes'

const event = (kind: string) => ({ type: 'event' as const, cursor: '1', topic: 'failures:SMP', kind, at: '', data: {} })

describe('what an event makes stale', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  function told() {
    const client = new QueryClient()
    const stale = vi.spyOn(client, 'invalidateQueries').mockResolvedValue()
    const asked = () =>
      stale.mock.calls.map(([filter]) => (typeof filter === 'object' ? filter.queryKey?.[0] : undefined))
    return { tell: refreshes(client), asked }
  }

  it('is read anew at once when a failure changes', () => {
    const { tell, asked } = told()
    tell(event('failure.resolved'))
    expect(asked()).toEqual(expect.arrayContaining(['failures', 'failure', 'dashboard']))
  })

  it('is read anew once more, not a hundred times, when a hundred events follow', () => {
    const { tell, asked } = told()
    for (let count = 0; count < 100; count++) tell(event('link.changed'))
    expect(asked()).toEqual(['dashboard'])
    vi.advanceTimersByTime(1_000)
    expect(asked()).toEqual(['dashboard', 'dashboard'])
    vi.advanceTimersByTime(10_000)
    expect(asked()).toHaveLength(2)
  })

  it('is nothing for a kind that no page shows', () => {
    const { tell, asked } = told()
    tell(event('weather.changed'))
    vi.advanceTimersByTime(10_000)
    expect(asked()).toEqual([])
  })
})
