import type { Schema } from '@/api/client'

type Line = Schema<'UnmappedCode'>

/** A code that bookings wait for, whichever channels send it. */
export interface MissingCode {
  code: string
  channels: string[]
  names: string[]
  failures: number
  nearestArrival: string
  proposals: Schema<'RoomTypeProposal'>[]
}

/** One line a code, those first whose guests come first: one mapping for all channels heals them all. */
export function missingCodes(lines: Line[]): MissingCode[] {
  const codes = new Map<string, MissingCode>()
  for (const line of lines) {
    const known = codes.get(line.code)
    codes.set(line.code, {
      code: line.code,
      channels: [...(known?.channels ?? []), line.channel],
      names: [...new Set([...(known?.names ?? []), ...line.names])],
      failures: (known?.failures ?? 0) + line.failures,
      nearestArrival: known && known.nearestArrival < line.nearestArrival ? known.nearestArrival : line.nearestArrival,
      proposals: best([...(known?.proposals ?? []), ...line.proposals]),
    })
  }
  return [...codes.values()].sort((one, other) => one.nearestArrival.localeCompare(other.nearestArrival))
}

/** Each type once, with the strongest of its reasons. */
function best(proposals: Line['proposals']): Line['proposals'] {
  const strongest = new Map<string, Schema<'RoomTypeProposal'>>()
  for (const one of proposals) {
    if ((strongest.get(one.roomType)?.score ?? 0) < one.score) strongest.set(one.roomType, one)
  }
  return [...strongest.values()].sort((one, other) => other.score - one.score)
}
