import { describe, expect, it } from 'vitest'
import { byType, factsOf, wordsOf } from './reasons'

describe('the proof of none', () => {
  it('reads what the engine compared', () => {
    expect(factsOf('capacity=2 guests=3')).toEqual({ capacity: '2', guests: '3' })
    expect(factsOf(null)).toEqual({})
  })

  it('has words for every rule, and for one that it does not know', () => {
    expect(wordsOf({ roomType: 'DBL', code: 'upgrade.rule.smoking' }).key).toBe('smoking')
    expect(wordsOf({ roomType: 'DBL', code: 'upgrade.capacity' }).key).toBe('capacity')
    expect(wordsOf({ roomType: 'DBL', code: 'upgrade.rule.moon' })).toMatchObject({
      key: 'other',
      facts: { code: 'upgrade.rule.moon' },
    })
  })

  it('stands type by type, the requested one first', () => {
    const reasons = [
      { roomType: 'SGL', code: 'upgrade.full' },
      { roomType: 'DBL', code: 'upgrade.full' },
      { roomType: 'DBL', code: 'upgrade.capacity' },
    ]
    expect(byType(reasons).map((one) => [one.roomType, one.reasons.length])).toEqual([
      ['SGL', 1],
      ['DBL', 2],
    ])
  })
})
