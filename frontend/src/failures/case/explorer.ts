import type { RouteLocationRaw } from 'vue-router'
import type { FailureCase } from './failure'

/** The upgrade explorer, asked for the stay of a case; null where the stay is not known. */
export function explorerOf(failure: FailureCase): RouteLocationRaw | null {
  const stay = failure.translated?.stay
  const roomType = failure.facts.roomType
  if (!stay || !roomType) return null
  const guests = Math.max(1, ...stay.rooms.map(({ adults, children }) => adults + children))
  const { checkIn, checkOut } = stay
  return {
    name: 'upgrades',
    params: { hotel: failure.hotel },
    query: { roomType, checkIn, checkOut, guests, failure: failure.id },
  }
}
