import { plusDays, today } from '@/i18n/formats'

/** A moment as the clock on the hotel's wall shows it, for a field of date and time: `2027-05-14T09:00`. */
export function wallTime(at: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  return shown.replace(' ', 'T')
}

/** The moment at which the hotel's clock shows this; null for what is no time. */
export function instantOf(wall: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return null
  const asUtc = new Date(`${wall}:00Z`)
  const ahead = new Date(`${wallTime(asUtc, zone)}:00Z`).getTime() - asUtc.getTime()
  return new Date(asUtc.getTime() - ahead)
}

/** Tomorrow morning in the hotel. */
export const tomorrowAtNine = (zone: string, now = new Date()): string => `${plusDays(today(zone, now), 1)}T09:00`
