import { describe, expect, it } from 'vitest'
import { endOf, stagesOf } from './wanted'

describe('the stages of a run', () => {
  it('are one, ten and the rest', () => {
    expect(stagesOf({ total: 30, pending: 15 })).toEqual([
      { name: 'one', size: 1, over: 1, state: 'over' },
      { name: 'ten', size: 10, over: 10, state: 'over' },
      { name: 'rest', size: 19, over: 4, state: 'under way' },
    ])
  })

  it('are fewer where there is less to do', () => {
    expect(stagesOf({ total: 1, pending: 1 }).map(({ name, state }) => [name, state])).toEqual([['one', 'under way']])
    expect(stagesOf({ total: 5, pending: 4 }).map(({ size, over }) => [size, over])).toEqual([
      [1, 1],
      [4, 0],
    ])
  })
})

describe('the end of a pause', () => {
  const now = Date.parse('2027-01-10T23:30:00+09:00')

  it('is hours from now', () => {
    expect(endOf('4h', 'Asia/Tokyo', now)).toBe('2027-01-10T18:30:00.000Z')
  })

  it('is a morning by the clock of the hotel', () => {
    expect(endOf('morning', 'Asia/Tokyo', now)).toBe('2027-01-11T00:00:00.000Z')
    expect(endOf('3d', 'Asia/Tokyo', now)).toBe('2027-01-13T00:00:00.000Z')
  })
})
