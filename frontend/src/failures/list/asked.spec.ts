import { describe, expect, it } from 'vitest'
import { addressOf, askedBy, filtersOf, meets, narrowings, setOf, widened, type Asked } from './asked'

const asked = (change: Partial<Asked> = {}): Asked => ({ view: 'causes', archived: false, sort: 'arrival', ...change })
const heard = {
  class: 'ROOM_MAPPING',
  code: 'mapping.unknown_code',
  state: 'waiting',
  channel: 'jalan',
  fingerprint: 'f1',
  arrival: '2027-01-10',
} as const

describe('what is asked for', () => {
  it('is the open ones by cause where the address says nothing', () => {
    expect(askedBy({})).toEqual(asked())
    expect(addressOf(asked())).toEqual({})
  })

  it('comes back from its own address', () => {
    const all = asked({
      view: 'causes',
      class: 'PARSE',
      state: 'resolved',
      channel: 'agoda',
      code: 'parse.cut_off',
      q: '0XSMPL11',
      from: '2027-01-10',
      to: '2027-01-12',
      fingerprint: 'f1',
      archived: true,
      sort: 'newest',
    })
    expect(askedBy(JSON.parse(JSON.stringify(addressOf(all))))).toEqual(all)
  })

  it('shows one cause and what was searched for case by case', () => {
    expect(askedBy({ cause: 'f1' }).view).toBe('list')
    expect(askedBy({ q: '0XSMPL11' }).view).toBe('list')
    expect(askedBy({ q: '0XSMPL11', view: 'causes' }).view).toBe('causes')
  })

  it('leaves out what means nothing', () => {
    expect(
      askedBy({ class: 'DUPLICATE', state: 'lost', sort: 'luck', view: 'map', from: 'soon', to: '2027-13-01' }),
    ).toEqual(asked())
  })

  it('knows no range that ends before it begins', () => {
    expect(askedBy({ from: '2027-01-12', to: '2027-01-10' })).toMatchObject({ from: '2027-01-12', to: '2027-01-12' })
  })

  it('asks the API for the day after the last', () => {
    expect(filtersOf(asked({ from: '2027-01-31', to: '2027-01-31' }))).toMatchObject({
      arrivalFrom: '2027-01-31',
      arrivalTo: '2027-02-01',
    })
  })

  it('counts its filters and can be widened, the view staying', () => {
    const narrow = asked({ view: 'list', class: 'PARSE', archived: true, sort: 'newest' })
    expect(narrowings(narrow)).toBe(2)
    expect(widened(narrow)).toEqual(asked({ view: 'list', sort: 'newest' }))
  })
})

describe('a set for one action', () => {
  it('holds the filters of the list, open ones only', () => {
    expect(setOf(asked({ class: 'PARSE', state: 'escalated' }), 'SMP')).toMatchObject({
      hotel: 'SMP',
      class: 'PARSE',
      state: 'escalated',
    })
    expect(setOf(asked({ state: 'dismissed' }), undefined).state).toBeUndefined()
  })
})

describe('a failure that is heard of', () => {
  it('meets the open ones until it is over', () => {
    expect(meets(heard, asked())).toBe(true)
    expect(meets({ ...heard, state: 'resolved' }, asked())).toBe(false)
    expect(meets({ ...heard, state: 'resolved' }, asked({ state: 'resolved' }))).toBe(true)
  })

  it('meets its class, code, channel and cause', () => {
    const narrow = asked({
      class: 'ROOM_MAPPING',
      code: 'mapping.unknown_code',
      channel: 'jalan',
      fingerprint: 'f1',
    })
    expect(meets(heard, narrow)).toBe(true)
    expect(meets({ ...heard, channel: 'agoda' }, narrow)).toBe(false)
    expect(meets({ ...heard, fingerprint: 'f2' }, narrow)).toBe(false)
    expect(meets(heard, asked({ from: '2027-01-10', to: '2027-01-10' }))).toBe(true)
    expect(meets({ ...heard, arrival: null }, asked({ from: '2027-01-10' }))).toBe(false)
  })
})
