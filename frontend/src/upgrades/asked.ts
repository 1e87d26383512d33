import { nightsBetween, plusDays } from '@/i18n/formats'

/** A stay that somebody asks about. */
export interface Asked {
  roomType: string
  checkIn: string
  checkOut: string
  /** In one room. */
  guests: number
  rooms: number
  /** For rules about channels and plans; only of a booking. */
  channel?: string
  plan?: string
}

const MOST_NIGHTS = 540

function number(value: unknown, least: number, most: number): number | undefined {
  const read = typeof value === 'string' ? Number(value) : NaN
  return Number.isInteger(read) && read >= least && read <= most ? read : undefined
}

function date(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What the address says of a stay; what makes no sense is left out. */
export function askedIn(query: Record<string, unknown>): Partial<Asked> {
  const said: Partial<Asked> = {
    roomType: text(query.type),
    checkIn: date(query.checkIn),
    checkOut: date(query.checkOut),
    guests: number(query.guests, 1, 100),
    rooms: number(query.rooms, 1, 5000),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

/** A stay with its check-out after its check-in, and no longer than can be asked for. */
export function sound(asked: Asked): Asked {
  const nights = nightsBetween(asked.checkIn, asked.checkOut)
  if (nights < 1) return { ...asked, checkOut: plusDays(asked.checkIn, 1) }
  return nights > MOST_NIGHTS ? { ...asked, checkOut: plusDays(asked.checkIn, MOST_NIGHTS) } : asked
}

/** The same stay with something else; a moved check-in keeps the number of nights. */
export function changed(asked: Asked, change: Partial<Asked>): Asked {
  const nights = nightsBetween(asked.checkIn, asked.checkOut)
  const moved =
    change.checkIn && !change.checkOut ? { ...change, checkOut: plusDays(change.checkIn, Math.max(1, nights)) } : change
  return sound({ ...asked, ...moved })
}

/** A stay as the address says it. */
export function asQuery(asked: Asked): Record<string, string> {
  return {
    type: asked.roomType,
    checkIn: asked.checkIn,
    checkOut: asked.checkOut,
    guests: String(asked.guests),
    rooms: String(asked.rooms),
  }
}
