import { describe, expect, it } from 'vitest'
import { sentLines, xmlLines, type Line } from './xml'

const shown = (lines: Line[]) =>
  lines.map(({ depth, pieces }) => '  '.repeat(depth) + pieces.map((piece) => piece.text).join(''))
const marked = (lines: Line[]) =>
  lines.flatMap(({ pieces }) => pieces.filter((piece) => piece.ink === 'mark').map((piece) => piece.text))

describe('the original telegram', () => {
  it('is laid out a line an element', () => {
    const lines = xmlLines('<?xml version="1.0"?><A><B>1</B><C/><D><E>2 &lt; 3</E></D></A>', {})
    expect(shown(lines)).toEqual([
      '<?xml version="1.0"?>',
      '<A>',
      '  <B>1</B>',
      '  <C/>',
      '  <D>',
      '    <E>2 &lt; 3</E>',
      '  </D>',
      '</A>',
    ])
  })

  it('marks the values that are meant, and no others', () => {
    const document = '<R><Code>0011</Code><Code>0001</Code><Other>0011</Other></R>'
    const lines = xmlLines(document, { Code: ['0011'] })
    expect(marked(lines)).toEqual(['0011'])
    expect(lines.findIndex((line) => line.marked)).toBe(1)
  })

  it('marks an element that should have said something', () => {
    expect(marked(xmlLines('<A><CheckOutDate/></A>', { CheckOutDate: 'any' }))).toEqual(['<CheckOutDate/>'])
    expect(marked(xmlLines('<A><CheckOutDate></CheckOutDate></A>', { CheckOutDate: 'any' }))).toEqual([
      '<CheckOutDate></CheckOutDate>',
    ])
  })

  it('shows what is broken as it is', () => {
    expect(shown(xmlLines('<A><B>1</B><C', {}))).toEqual(['<A>', '  <B>1</B>', '  <', '  C'])
    expect(shown(xmlLines('no telegram at all', {}))).toEqual(['no telegram at all'])
  })

  it('keeps comments and wrapped text whole', () => {
    expect(shown(xmlLines('<A><!-- x < y --><![CDATA[<B>]]></A>', {}))).toEqual([
      '<A>',
      '  <!-- x < y -->',
      '  <![CDATA[<B>]]>',
      '</A>',
    ])
  })

  it('points at the line where reading broke off', () => {
    expect(marked(sentLines('one\ntwo\nthree', 2))).toEqual(['two'])
  })
})
