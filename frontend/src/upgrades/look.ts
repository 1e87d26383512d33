import type { Schema } from '@/api/client'
import { datesBetween } from '@/i18n/formats'
import type { Asked } from './asked'
import type { Reason } from './reasons'

/** What was found for a stay: the answer, and the nights and ways behind it. */
export interface Look {
  asked: Asked
  suggestion: Schema<'UpgradeSuggestion'>
  nights: Schema<'InventoryNight'>[]
  edges: Schema<'HierarchyEdge'>[]
}

export type FreeByNight = Record<string, Record<string, number>>

/** Rooms that are left by type and night, below 0 where too many are sold. */
export function roomsLeft(nights: Schema<'InventoryNight'>[]): FreeByNight {
  const left: FreeByNight = {}
  for (const night of nights) {
    const ofType = (left[night.roomType] ??= {})
    ofType[night.date] = night.free - night.oversold
  }
  return left
}

/** The nights on which a type has fewer rooms than are wanted. */
export function lackingNights(look: Look, roomType: string): string[] {
  const left = roomsLeft(look.nights)[roomType] ?? {}
  return datesBetween(look.asked.checkIn, look.asked.checkOut).filter((date) => (left[date] ?? 0) < look.asked.rooms)
}

/** Every type that the hierarchy leads to from one, nearest first, by priority. */
export function inReach(edges: Schema<'HierarchyEdge'>[], from: string): string[] {
  const found = [from]
  for (const at of found) {
    edges
      .filter((edge) => edge.active && edge.from === at && !found.includes(edge.to))
      .sort((one, other) => one.priority - other.priority || one.to.localeCompare(other.to))
      .forEach((edge) => found.push(edge.to))
  }
  return found.slice(1)
}

export interface BlockedType {
  roomType: string
  reasons: Reason[]
}

/**
 * The types in reach that are no option, each with what blocks it: as the proof says where there is one, else as nights
 * and beds tell.
 */
export function blockedTypes(look: Look, types: Schema<'RoomType'>[]): BlockedType[] {
  const proof = look.suggestion.none?.reasons
  if (proof) {
    const codes = [...new Set(proof.map((reason) => reason.roomType))]
    return codes.map((roomType) => ({ roomType, reasons: proof.filter((reason) => reason.roomType === roomType) }))
  }
  const options = look.suggestion.options.map((option) => option.roomType)
  return inReach(look.edges, look.asked.roomType)
    .filter((code) => !options.includes(code))
    .map((roomType) => ({ roomType, reasons: seenReasons(look, types, roomType) }))
}

function seenReasons(look: Look, types: Schema<'RoomType'>[], roomType: string): Reason[] {
  const reasons: Reason[] = []
  const lacking = lackingNights(look, roomType)
  if (lacking[0]) {
    const free = Math.max(0, roomsLeft(look.nights)[roomType]?.[lacking[0]] ?? 0)
    reasons.push({
      code: 'upgrade.full',
      night: lacking[0],
      detail: `free=${free} rooms=${look.asked.rooms} nights=${lacking.length}`,
    })
  }
  const capacity = types.find((type) => type.code === roomType)?.capacity
  if (capacity !== undefined && capacity < look.asked.guests) {
    reasons.push({ code: 'upgrade.capacity', detail: `capacity=${capacity} guests=${look.asked.guests}` })
  }
  return reasons.length > 0 ? reasons : [{ code: 'upgrade.rules' }]
}
