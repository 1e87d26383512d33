import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import './words'
import { byTypeAndDate, isWeekend, moved, spoken, standing, type Night } from './nights'

const night: Night = {
  roomType: 'TWN',
  date: '2027-05-15',
  rooms: 4,
  outOfOrder: 1,
  overbooking: 0,
  sold: 5,
  free: 0,
  oversold: 2,
  rate: 13_000,
  stopSell: true,
}

describe('the grid of nights', () => {
  beforeEach(() => speak('ja'))

  it('is walked by arrows and does not end beyond its edges', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowRight', 2, 3)).toEqual({ row: 0, column: 1 })
    expect(moved({ row: 0, column: 2 }, 'ArrowRight', 2, 3)).toEqual({ row: 0, column: 2 })
    expect(moved({ row: 1, column: 1 }, 'Home', 2, 3)).toEqual({ row: 1, column: 0 })
    expect(moved({ row: 1, column: 1 }, 'x', 2, 3)).toBeNull()
  })

  it('says all that a cell shows', () =>
    expect(spoken(night)).toBe(
      'TWN、2027-05-15（土）、残り 0 室、販売 5 室／全 4 室、2 室の売り過ぎ、使用不可 1 室、販売停止',
    ))

  it('tells too much sold from full', () => {
    expect(standing(night)).toBe('over')
    expect(standing({ ...night, oversold: 0 })).toBe('none')
    expect(standing({ ...night, oversold: 0, free: 1 })).toBe('last')
  })

  it('finds a night by its type and date', () =>
    expect(byTypeAndDate([night]).get('TWN')?.get('2027-05-15')).toBe(night))

  it('knows weekends', () => {
    expect(isWeekend('2027-05-15')).toBe(true)
    expect(isWeekend('2027-05-17')).toBe(false)
  })
})
