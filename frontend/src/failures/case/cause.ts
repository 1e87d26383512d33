import type { FailureCase } from './failure'

export interface SentCode {
  code: string
  name: string | null
}

/** The room codes that no mapping knows, with the names under which they were sent. */
export function unknownCodes(failure: FailureCase): SentCode[] {
  if (failure.class !== 'ROOM_MAPPING') return []
  const named = `, ${failure.facts.codes ?? ''}, `
  const codes = new Map<string, SentCode>()
  for (const { code, name } of failure.translated?.stay?.rooms ?? []) {
    const spelled = name ? `${code} ${name}` : code
    if (named.includes(`, ${spelled}, `) && !codes.has(code)) codes.set(code, { code, name: name ?? null })
  }
  return [...codes.values()]
}

/** Whether a message names a room code among those that nobody has mapped. */
export function waitsFor(message: string, code: string): boolean {
  const named = message.slice(message.search(/[：:]/) + 1)
  return named.split(',').some((one) => one.trim() === code || one.trim().startsWith(`${code} `))
}

/** The nights on which a room is lacking. */
export function fullNights(failure: FailureCase): string[] {
  if (failure.class !== 'NO_AVAILABILITY') return []
  return (failure.facts.nights ?? '').split(', ').filter(Boolean)
}

/** What to point at in the original: elements by name, each with the values that are meant, or whatever it holds. */
export type Marks = Record<string, string[] | 'any'>

const MISSING: Record<string, string[]> = {
  'validation.check_in_missing': ['CheckInDate'],
  'validation.check_out_unknown': ['CheckOutDate', 'Nights'],
  'validation.check_out_not_after_check_in': ['CheckInDate', 'CheckOutDate'],
  'validation.room_code_missing': ['RoomTypeCode'],
  'validation.rates_missing': ['TotalPerRoomRate'],
}

export function marksOf(failure: FailureCase): Marks {
  const codes = unknownCodes(failure)
  if (codes.length > 0) {
    const names = codes.flatMap(({ name }) => (name ? [name] : []))
    return { RoomTypeCode: codes.map(({ code }) => code), ...(names.length > 0 && { RoomTypeName: names }) }
  }
  const nights = fullNights(failure)
  if (nights.length > 0) return { RoomDate: nights }
  const marks: Marks = {}
  for (const element of MISSING[failure.code] ?? []) marks[element] = 'any'
  const { field, found } = failure.facts
  if (field && !marks[field]) marks[field] = found ? [found] : 'any'
  return marks
}

/** The line of the original at which reading broke off; null when it is not known. */
export function brokenLine(failure: FailureCase): number | null {
  const line = Number(failure.facts.line)
  return failure.class === 'PARSE' && Number.isInteger(line) && line > 0 ? line : null
}
