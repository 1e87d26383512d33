import { describe, expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { leaving, restOf } from './outlook'

type Item = Schema<'MappingPreviewItem'>

function item(failureId: number, becomes: Item['becomes']): Item {
  return { failureId, telegramId: failureId, class: 'ROOM_MAPPING', code: 'mapping.unknown_code', becomes }
}

const items = [
  item(1, { outcome: 'imported', roomTypes: ['TWN'] }),
  item(2, { outcome: 'rejected', class: 'NO_AVAILABILITY' }),
  item(3, { outcome: 'rejected', class: 'NO_AVAILABILITY' }),
  item(4, { outcome: 'rejected', class: 'ROOM_MAPPING' }),
  item(5, { outcome: 'rejected', class: 'OUT_OF_ORDER', closes: true }),
]

describe('what a mapping would bring', () => {
  it('counts what stays by why it stays', () => {
    expect(restOf(items)).toEqual([
      { key: 'NO_AVAILABILITY', failureClass: 'NO_AVAILABILITY', count: 2 },
      { key: 'ROOM_MAPPING', failureClass: 'ROOM_MAPPING', count: 1 },
    ])
  })

  it('does not wait for those that another unknown code holds back', () => {
    expect(leaving(items).map(({ failureId }) => failureId)).toEqual([1, 2, 3, 5])
  })
})
