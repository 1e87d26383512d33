import { describe, expect, it } from 'vitest'
import { fates, sum } from './outcomes'

const hour = { imported: 5, modified: 2, cancelled: 1, rejected: 4, rejectedByClass: { DUPLICATE: 3 }, pending: 1 }

describe('what became of the telegrams', () => {
  it('asks nothing of anybody for repetitions', () => {
    expect(fates(hour)).toEqual({ reflected: 8, rejected: 1, repeated: 3, pending: 1, total: 13 })
  })

  it('adds up over the hours', () => {
    expect(sum([fates(hour), fates(hour)])).toEqual({ reflected: 16, rejected: 2, repeated: 6, pending: 2, total: 26 })
  })
})
