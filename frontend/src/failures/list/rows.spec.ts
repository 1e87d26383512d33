import { describe, expect, it } from 'vitest'
import type { Failure } from './asked'
import { compared, factsOf, withChanges, type RowPage } from './rows'

const row = (id: number, change: Partial<Failure> = {}): Failure => ({
  id,
  telegramId: id,
  hotel: 'SMP',
  class: 'ROOM_MAPPING',
  code: 'mapping.unknown_code',
  message: '',
  state: 'waiting',
  attempts: 1,
  fingerprint: 'f1',
  ...change,
})
const page = (ids: number[], next: string | null = null): RowPage => ({ items: ids.map((id) => row(id)), next })

describe('rows that change', () => {
  it('change in place, other pages staying the same objects', () => {
    const rows = { pages: [page([9, 8], 'c'), page([7, 6])], pageParams: [undefined, 'c'] }
    const next = withChanges(rows, new Map([[7, { state: 'resolved' as const }]]))
    expect(next.pages[0]).toBe(rows.pages[0])
    expect(next.pages[1]?.items.map(({ id, state }) => [id, state])).toEqual([
      [7, 'resolved'],
      [6, 'waiting'],
    ])
  })

  it('stay the same object when nothing concerns them', () => {
    const rows = { pages: [page([9])], pageParams: [undefined] }
    expect(withChanges(rows, new Map([[1, { attempts: 2 }]]))).toBe(rows)
  })
})

describe('a page that was read again', () => {
  it('tells what is gone and what has come', () => {
    const { gone, unseen, changes } = compared(page([9, 8, 7], 'c'), page([10, 9, 7, 6], 'd'))
    expect(gone).toEqual([8])
    expect(unseen).toEqual([10])
    expect([...changes.keys()]).toEqual([9, 7])
  })

  it('counts what is behind the end only where the list ends', () => {
    expect(compared(page([9, 8], 'c'), page([9, 8, 7])).unseen).toEqual([])
    expect(compared(page([9, 8]), page([9, 8, 7])).unseen).toEqual([7])
  })
})

describe('what an event says of a row', () => {
  it('is taken, and nothing else', () => {
    expect(factsOf({ id: 7, state: 'resolved', was: 'waiting', code: null, attempts: 2 })).toEqual({
      state: 'resolved',
      attempts: 2,
    })
  })
})
