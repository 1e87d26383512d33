import { plusDays } from '@/i18n/formats'

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function ahead(zone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000
}

/** The moment at which a date begins in a zone, as the API takes it. */
export function dayBegins(date: string, zone: string): string {
  const utc = Date.parse(`${date}T00:00:00Z`)
  const guess = utc - ahead(zone, new Date(utc))
  return new Date(utc - ahead(zone, new Date(guess))).toISOString()
}

/** The moment at which a date is over. */
export function dayEnds(date: string, zone: string): string {
  return dayBegins(plusDays(date, 1), zone)
}
