import { describe, expect, it } from 'vitest'
import { marksOf, unknownCodes, waitsFor } from './cause'
import type { FailureCase } from './failure'

const room = { adults: 2, children: 0, amounts: [9000], firstNight: '2027-05-14' }

function failure(more: Partial<FailureCase>): FailureCase {
  return { class: 'ROOM_MAPPING', code: 'mapping.unknown_code', facts: {}, ...more } as FailureCase
}

const unmapped = failure({
  facts: { codes: '0011 スイート（新設）, 0012' },
  translated: {
    stay: {
      rooms: [
        { ...room, code: '0001', name: 'シングル' },
        { ...room, code: '0011', name: 'スイート（新設）' },
        { ...room, code: '0011', name: 'スイート（新設）' },
        { ...room, code: '0012' },
      ],
    },
  } as FailureCase['translated'],
})

describe('what is to blame', () => {
  it('is each unknown code once, with its name', () => {
    expect(unknownCodes(unmapped)).toEqual([
      { code: '0011', name: 'スイート（新設）' },
      { code: '0012', name: null },
    ])
  })

  it('is found in the original by element and value', () => {
    expect(marksOf(unmapped)).toEqual({ RoomTypeCode: ['0011', '0012'], RoomTypeName: ['スイート（新設）'] })
    const full = failure({ class: 'NO_AVAILABILITY', facts: { nights: '2027-05-14, 2027-05-15' } })
    expect(marksOf(full)).toEqual({ RoomDate: ['2027-05-14', '2027-05-15'] })
    const date = failure({
      class: 'VALIDATION',
      code: 'validation.date_invalid',
      facts: { field: 'CheckInDate', found: '5/14' },
    })
    expect(marksOf(date)).toEqual({ CheckInDate: ['5/14'] })
  })

  it('is the same for every travel site that sends the code', () => {
    const message = '部屋タイプ未対応のコードがあります：0011 スイート（新設）, 0012'
    expect(waitsFor(message, '0011')).toBe(true)
    expect(waitsFor(message, '0012')).toBe(true)
    expect(waitsFor(message, '001')).toBe(false)
  })
})
