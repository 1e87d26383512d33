import type { RouteLocationRaw } from 'vue-router'
import type { FailureCase } from './failure'

/** The upgrade explorer, asked for the stay of a case; null where the stay is not known. */
export function explorerOf(failure: FailureCase): RouteLocationRaw | null {
  if (!failure.translated?.stay || !failure.facts.roomType) return null
  return { name: 'upgrades', params: { hotel: failure.hotel }, query: { failure: failure.id } }
}
