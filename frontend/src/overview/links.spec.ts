import { describe, expect, it } from 'vitest'
import { lastPolled, worst, type Link } from './links'

const link = (state: Link['state'], polledWellAt: string | null = null): Link => ({
  hotel: state,
  name: state,
  timeZone: 'Asia/Tokyo',
  state,
  polledWellAt,
})

describe('the link of several hotels', () => {
  it('is as bad as its worst', () => {
    expect(worst([link('ok'), link('failing'), link('off')])).toBe('failing')
    expect(worst([link('off'), link('ok')])).toBe('ok')
    expect(worst([])).toBe('off')
  })

  it('was polled when any of them was polled last', () => {
    expect(lastPolled([link('ok', '2027-01-10T09:00:00+09:00'), link('ok', '2027-01-10T00:30:00Z'), link('off')])).toBe(
      '2027-01-10T00:30:00Z',
    )
    expect(lastPolled([link('off')])).toBeNull()
  })
})
