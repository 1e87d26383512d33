import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import './words'
import { numbersOf, reasonText } from './reasons'

describe('a reason in words', () => {
  beforeEach(() => speak('ja'))

  it('names the night', () =>
    expect(reasonText({ code: 'upgrade.full', night: '2027-05-14', detail: 'free=0 rooms=1 nights=1' })).toBe(
      '5/14（金）が満室',
    ))

  it('says how many rooms are left where some are, and on how many nights more', () =>
    expect(reasonText({ code: 'upgrade.full', night: '2027-05-14', detail: 'free=1 rooms=2 nights=3' })).toBe(
      '5/14（金）は残り 1 室（2 室必要）、ほかに 2 泊でも不足',
    ))

  it('writes limits in yen or in percent', () => {
    expect(reasonText({ code: 'upgrade.rule.price_difference', detail: 'difference=5000 limit=3000' })).toContain(
      '¥5,000 が上限 ¥3,000',
    )
    expect(reasonText({ code: 'upgrade.rule.price_difference', detail: 'difference=5000 limit=20%' })).toContain('20%')
  })

  it('is English where English is spoken', () => {
    speak('en')
    expect(reasonText({ code: 'upgrade.capacity', detail: 'capacity=2 guests=3' })).toBe('sleeps 2, not 3')
  })

  it('reads values that have blanks', () => expect(numbersOf('plan=A B limit=3')).toEqual({ plan: 'A B', limit: '3' }))
})
