import { describe, expect, it } from 'vitest'
import { decoded } from './decoding'

/** `部屋` in Shift_JIS. */
const ROOM = [0x95, 0x94, 0x89, 0xae]

function bytes(head: string, rest: number[]): ArrayBuffer {
  return new Uint8Array([...new TextEncoder().encode(head), ...rest]).buffer
}

describe('decoding an original telegram', () => {
  it('believes the content type', () => {
    expect(decoded(bytes('', ROOM), 'application/xml;charset=Shift_JIS')).toBe('部屋')
  })

  it('else believes the XML declaration', () => {
    const declaration = '<?xml version="1.0" encoding="Shift_JIS"?>'
    expect(decoded(bytes(declaration, ROOM), 'application/xml')).toBe(`${declaration}部屋`)
  })

  it('takes UTF-8 where nothing is said or nothing is known', () => {
    expect(decoded(bytes('部屋', []), null)).toBe('部屋')
    expect(decoded(bytes('部屋', []), 'application/xml;charset=x-nobody-knows')).toBe('部屋')
  })
})
