import type { Marks } from './cause'

export type Ink = 'mark' | 'name' | 'plain' | 'faint'

export interface Piece {
  text: string
  ink: Ink
}

export interface Line {
  depth: number
  pieces: Piece[]
  marked: boolean
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^<>]+>|[^<]+|</g

const nameOf = (tag: string) => /^<\/?\s*(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? ''

/** A tag in its parts: signs faint, the name in ink. */
function tagPieces(tag: string): Piece[] {
  const parts = /^(<\/?)([^\s/>]+)([\s\S]*)$/.exec(tag)
  if (!parts) return [{ text: tag, ink: 'plain' }]
  const [, open = '', name = '', rest = ''] = parts
  return [
    { text: open, ink: 'faint' },
    { text: name, ink: 'name' },
    { text: rest, ink: rest.trim() === '>' || rest.trim() === '/>' ? 'faint' : 'plain' },
  ]
}

function isMarked(marks: Marks, element: string, value: string): boolean {
  const meant = marks[element]
  return meant === 'any' || (meant?.includes(value.trim()) ?? false)
}

/** The kinds of token that matter to the layout. */
function kindOf(token: string): 'open' | 'close' | 'alone' | 'text' {
  if (!token.startsWith('<') || token === '<' || token.startsWith('<![CDATA[')) return 'text'
  if (token.startsWith('</')) return 'close'
  return token.startsWith('<?') || token.startsWith('<!') || token.endsWith('/>') ? 'alone' : 'open'
}

/**
 * A document laid out a line an element, however it was sent; what a mark names is marked. Reads whatever comes: where the
 * document is broken, the broken part stands as it is.
 */
export function xmlLines(document: string, marks: Marks): Line[] {
  const tokens = (document.match(TOKEN) ?? []).filter((token) => token.trim() !== '')
  const lines: Line[] = []
  let depth = 0
  const add = (pieces: Piece[]) => lines.push({ depth, pieces, marked: pieces.some((piece) => piece.ink === 'mark') })

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    const kind = kindOf(token)
    if (kind === 'close') depth = Math.max(0, depth - 1)
    if (kind === 'text') {
      add([{ text: token.trim(), ink: 'plain' }])
    } else if (kind === 'open') {
      const [value = '', end = ''] = tokens.slice(at + 1, at + 3)
      const element = nameOf(token)
      if (kindOf(value) === 'text' && kindOf(end) === 'close') {
        const ink = isMarked(marks, element, value) ? 'mark' : 'plain'
        add([...tagPieces(token), { text: value, ink }, ...tagPieces(end)])
        at += 2
      } else if (kindOf(value) === 'close' && nameOf(value) === element) {
        add(emptyElement(marks, element, [token, value]))
        at += 1
      } else {
        add(tagPieces(token))
        depth += 1
      }
    } else {
      add(token.endsWith('/>') ? emptyElement(marks, nameOf(token), [token]) : tagPieces(token))
    }
  }
  return lines
}

function emptyElement(marks: Marks, element: string, tags: string[]): Piece[] {
  return isMarked(marks, element, '') ? [{ text: tags.join(''), ink: 'mark' }] : tags.flatMap(tagPieces)
}

/** A document line by line as it was sent, for one that cannot be read; the line of the fault is marked. */
export function sentLines(document: string, fault: number | null): Line[] {
  return document.split(/\r?\n/).map((text, index) => {
    const marked = index + 1 === fault
    return { depth: 0, pieces: [{ text, ink: marked ? 'mark' : 'plain' }], marked }
  })
}
