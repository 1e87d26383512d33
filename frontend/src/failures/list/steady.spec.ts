import { describe, expect, it } from 'vitest'
import { laidOut, steadied } from './steady'

const keyOf = (cause: { key: string }) => cause.key
const cause = (key: string, count: number) => ({ key, count })

describe('a list that somebody looks at', () => {
  const shown = laidOut([cause('a', 30), cause('b', 2)], keyOf)

  it('keeps its order though the counts would turn it', () => {
    const { lines, unseen } = steadied(shown, [cause('b', 40), cause('a', 30)], keyOf)
    expect(lines.map(({ key, item }) => [key, item.count])).toEqual([
      ['a', 30],
      ['b', 40],
    ])
    expect(unseen).toEqual([])
  })

  it('keeps the line of what is gone, with what was known last', () => {
    const { lines } = steadied(shown, [cause('b', 2)], keyOf)
    expect(lines[0]).toEqual({ key: 'a', item: cause('a', 30), gone: true })
    expect(lines[1]?.gone).toBe(false)
  })

  it('does not push in what is new', () => {
    const { lines, unseen } = steadied(shown, [cause('c', 99), cause('a', 30), cause('b', 2)], keyOf)
    expect(lines.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(unseen).toEqual([cause('c', 99)])
  })
})
