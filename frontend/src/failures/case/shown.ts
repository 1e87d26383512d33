import { i18n } from '@/i18n'
import { dateWithWeekday, yen } from '@/i18n/formats'
import type { RoomDraft } from './draft'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const isRoom = (value: unknown): value is RoomDraft =>
  typeof value === 'object' && value !== null && 'code' in value && 'amounts' in value && Array.isArray(value.amounts)

/** A value of a booking's field as people read it; a dash for one that is not there. */
export function shownValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) {
    return value
      .map((one) =>
        isRoom(one)
          ? i18n.global.t('failure.edit.roomText', { ...one, amounts: one.amounts.map(yen).join(' + ') })
          : String(one),
      )
      .join(' / ')
  }
  if (typeof value === 'number') return field === 'roomTotal' ? yen(value) : String(value)
  if (typeof value === 'object') return Object.values(value).join(', ') || '–'
  return ISO_DATE.test(String(value)) ? dateWithWeekday(String(value)) : String(value)
}
