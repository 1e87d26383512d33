import type { Schema } from '@/api/client'
import type { MatrixRow } from '@/kit/NightMatrix.vue'

/** The room types of a hotel over the nights of a stay: the one that is meant first, then the upgrades, best first. */
export function matrixRows(from: {
  types: Schema<'RoomType'>[]
  nights: Schema<'InventoryNight'>[]
  dates: string[]
  suggestion: Schema<'UpgradeSuggestion'> | null
  meant: string | undefined
}): MatrixRow[] {
  const free = new Map<string, Record<string, number>>()
  for (const night of from.nights) {
    free.set(night.roomType, { ...free.get(night.roomType), [night.date]: night.stopSell ? 0 : night.free })
  }
  const order = [
    ...(from.meant ? [from.meant] : []),
    ...(from.suggestion?.options ?? []).map(({ roomType }) => roomType),
  ]
  const rank = (code: string) => {
    const at = order.indexOf(code)
    return at < 0 ? order.length : at
  }
  return [...from.types]
    .sort((one, other) => rank(one.code) - rank(other.code))
    .map(({ code, name }) => ({
      label: code,
      name,
      free: Object.fromEntries(from.dates.map((date) => [date, free.get(code)?.[date] ?? null])),
      strong: code === from.meant,
    }))
}
