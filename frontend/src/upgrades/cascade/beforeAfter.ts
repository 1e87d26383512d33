import type { Schema } from '@/api/client'
import type { MatrixRow } from '@/kit/NightMatrix.vue'
import { datesBetween } from '@/i18n/formats'
import { roomsLeft, type FreeByNight } from '../look'

type Cascade = Schema<'Cascade'>

/** The nights that a proposal touches: those asked for and those of everybody who moves. */
export function touchedNights(cascade: Cascade): { from: string; to: string } {
  const stays = [cascade.requested, ...cascade.moves]
  return {
    from: stays.map((stay) => stay.checkIn).reduce((one, other) => (one < other ? one : other)),
    to: stays.map((stay) => stay.checkOut).reduce((one, other) => (one > other ? one : other)),
  }
}

/** The types that a proposal touches: what was asked for, what comes free, then where the moves lead. */
export function touchedTypes(cascade: Cascade): string[] {
  return [
    ...new Set([
      cascade.requested.roomType,
      ...(cascade.frees ? [cascade.frees.roomType] : []),
      ...cascade.moves.flatMap((move) => [move.from, move.to]),
    ]),
  ]
}

/** How many rooms come free by the moves, by type and night; fewer than none where they go. */
export function freedByMoves(cascade: Cascade): FreeByNight {
  const freed: FreeByNight = {}
  const add = (type: string, date: string, rooms: number) => {
    const ofType = (freed[type] ??= {})
    ofType[date] = (ofType[date] ?? 0) + rooms
  }
  for (const move of cascade.moves) {
    for (const date of datesBetween(move.checkIn, move.checkOut)) {
      add(move.from, date, 1)
      add(move.to, date, -1)
    }
  }
  return freed
}

/** Free rooms before and after the moves; what the inventory says now is the one or the other by the state. */
export function beforeAndAfter(cascade: Cascade, nights: Schema<'InventoryNight'>[]) {
  const now = roomsLeft(nights)
  const freed = freedByMoves(cascade)
  const { from, to } = touchedNights(cascade)
  const dates = datesBetween(from, to)
  const freedType = cascade.frees?.roomType ?? cascade.requested.roomType
  const rows = (sign: number): MatrixRow[] =>
    touchedTypes(cascade).map((label) => ({
      label,
      strong: label === freedType,
      free: Object.fromEntries(
        dates.map((date) => {
          const left = now[label]?.[date]
          return [date, left === undefined ? null : left + sign * (freed[label]?.[date] ?? 0)]
        }),
      ),
    }))
  const applied = cascade.state === 'applied'
  return { dates, before: rows(applied ? -1 : 0), after: rows(applied ? 0 : 1) }
}
