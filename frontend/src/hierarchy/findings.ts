import { yen } from '@/i18n/formats'
import type { Finding, Findings } from './model/checks'
import { cycleName } from './model/cycles'
import type { ServerFinding, ServerFindings } from './serverCheck'

type Translate = (key: string, named: Record<string, unknown>) => string

/** Something found, in words, with where it stands. */
export interface Note {
  key: string
  text: string
  /** The type to look at, and the relations that it is about. */
  roomType: string | null
  ids: string[]
}

export interface Notes {
  errors: Note[]
  warnings: Note[]
}

/** What was found here at once, and what only the application knew to say. */
export function mergedFindings(own: Findings, server: ServerFindings | null, t: Translate): Notes {
  return {
    errors: merged(own.errors, server?.errors ?? [], t),
    warnings: merged(own.warnings, server?.warnings ?? [], t),
  }
}

function merged(own: Finding[], server: ServerFinding[], t: Translate): Note[] {
  const codes = new Set(own.map((finding) => finding.code as string))
  return [
    ...own.map((finding) => noteOf(finding, t)),
    ...server
      .filter((finding) => !codes.has(finding.code))
      .map((finding) => ({ key: JSON.stringify(finding), text: finding.message, roomType: null, ids: [] })),
  ]
}

function noteOf(finding: Finding, t: Translate): Note {
  return { key: `${finding.code} ${inWords(finding, t)}`, text: inWords(finding, t), ...placeOf(finding) }
}

function placeOf(finding: Finding): { roomType: string | null; ids: string[] } {
  if (finding.code === 'hierarchy.cycle') return { roomType: finding.cycle[0] ?? null, ids: finding.ids }
  if (finding.code === 'hierarchy.unknown_type') return { roomType: null, ids: finding.ids }
  return { roomType: 'from' in finding ? finding.from : finding.roomType, ids: finding.ids }
}

function inWords(finding: Finding, t: Translate): string {
  switch (finding.code) {
    case 'hierarchy.cycle':
      return t('hierarchy.problems.cycle', { cycle: cycleName(finding.cycle) })
    case 'hierarchy.duplicate_edge':
      return t('hierarchy.problems.duplicate', { from: finding.from, to: finding.to })
    case 'hierarchy.unknown_type':
      return t('hierarchy.problems.unknown', { roomType: finding.roomType })
    case 'hierarchy.equal_priorities':
      return t('hierarchy.warnings.equal', { ...finding, roomTypes: finding.roomTypes.join(', ') })
    case 'hierarchy.unreachable_type':
      return t('hierarchy.warnings.unreachable', { roomType: finding.roomType })
    case 'hierarchy.lower_capacity':
      return t('hierarchy.warnings.capacity', { ...finding })
    case 'hierarchy.lower_rate':
      return t('hierarchy.warnings.rate', {
        ...finding,
        fromRate: yen(finding.fromRate),
        toRate: yen(finding.toRate),
      })
  }
}
