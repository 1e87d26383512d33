import type { Schema } from '@/api/client'
import { dateWithWeekday, nightsBetween } from '@/i18n/formats'
import { i18n } from '@/i18n'

/** What a proposal is for, in words. */
export function purposeOf(cascade: Schema<'Cascade'>): string {
  const { t } = i18n.global
  const { roomType, checkIn, checkOut, rooms } = cascade.requested
  if (cascade.purpose === 'day') return t('upgrades.proposalDay', { type: roomType, date: dateWithWeekday(checkIn) })
  const nights = nightsBetween(checkIn, checkOut)
  return t('upgrades.proposalStay', {
    type: roomType,
    stay: `${dateWithWeekday(checkIn)} → ${dateWithWeekday(checkOut)}`,
    nights: t('kit.nights', { count: nights }, nights),
    rooms: t('kit.rooms', { count: rooms }, rooms),
  })
}
