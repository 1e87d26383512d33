import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { rangeOf, useSelection } from './selection'

describe('a range of rows', () => {
  it('goes both ways and includes its ends', () => {
    expect(rangeOf([9, 8, 7, 6], 8, 6)).toEqual([8, 7, 6])
    expect(rangeOf([9, 8, 7, 6], 6, 8)).toEqual([8, 7, 6])
  })

  it('is none when an end is not shown', () => {
    expect(rangeOf([9, 8], 9, 1)).toEqual([])
  })
})

describe('ticked rows', () => {
  const start = () => {
    const scope = ref('a')
    return { scope, ...useSelection({ ids: ref([9, 8, 7, 6]), scope }) }
  }

  it('are ticked one by one, and from one to another with Shift', () => {
    const { ticked, tick } = start()
    tick(9, true, false)
    tick(7, true, true)
    expect([...ticked.value]).toEqual([9, 8, 7])
    tick(8, false, false)
    expect([...ticked.value]).toEqual([9, 7])
  })

  it('are all that match, until one is taken out', () => {
    const { all, ticked, isTicked, tick, tickAll } = start()
    tickAll(true)
    expect(isTicked(1)).toBe(true)
    tick(7, false, false)
    expect(all.value).toBe(false)
    expect([...ticked.value]).toEqual([9, 8, 6])
  })

  it('are forgotten with other filters', async () => {
    const { scope, some, tick } = start()
    tick(9, true, false)
    scope.value = 'b'
    await nextTick()
    expect(some.value).toBe(false)
  })
})
