import type { Schema } from '@/api/client'
import { i18n } from '@/i18n'
import { dateWithWeekday } from '@/i18n/formats'

export type Night = Schema<'CalendarNight'>

/** Where in the grid: a type and a night. */
export interface Place {
  row: number
  column: number
}

/** Where a key leads in a grid of so many rows and columns; null when it leads nowhere. */
export function moved(at: Place, key: string, rows: number, columns: number): Place | null {
  const last = { row: rows - 1, column: columns - 1 }
  switch (key) {
    case 'ArrowRight':
      return { ...at, column: Math.min(last.column, at.column + 1) }
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) }
    case 'ArrowDown':
      return { ...at, row: Math.min(last.row, at.row + 1) }
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) }
    case 'Home':
      return { ...at, column: 0 }
    case 'End':
      return { ...at, column: last.column }
    default:
      return null
  }
}

/** The nights of each type, by type and date. */
export function byTypeAndDate(nights: Night[]): Map<string, Map<string, Night>> {
  const types = new Map<string, Map<string, Night>>()
  for (const night of nights) {
    const ofType = types.get(night.roomType) ?? new Map<string, Night>()
    ofType.set(night.date, night)
    types.set(night.roomType, ofType)
  }
  return types
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

/** How a night stands: too much sold, full, the last room, or free. */
export function standing(night: Night): 'over' | 'none' | 'last' | 'free' {
  if (night.oversold > 0) return 'over'
  if (night.free === 0) return 'none'
  return night.free === 1 ? 'last' : 'free'
}

/** All that a cell shows, said at once. */
export function spoken(night: Night): string {
  const { t } = i18n.global
  return [
    night.roomType,
    dateWithWeekday(night.date),
    t('inventory.freeLong', { free: night.free }),
    t('inventory.soldOfLong', { sold: night.sold, rooms: night.rooms }),
    ...(night.oversold > 0 ? [t('inventory.oversoldLong', { count: night.oversold })] : []),
    ...(night.outOfOrder > 0 ? [t('inventory.outOfOrderLong', { count: night.outOfOrder })] : []),
    ...(night.stopSell ? [t('inventory.stoppedLong')] : []),
  ].join(i18n.global.locale.value === 'ja' ? '、' : ', ')
}
