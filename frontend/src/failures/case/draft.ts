import type { Schema } from '@/api/client'
import { datesBetween } from '@/i18n/formats'
import type { FailureCase } from './failure'

export interface RoomDraft {
  code: string
  adults: number
  children: number
  amounts: number[]
}

/** What somebody types to correct a booking; an empty field stays as it was sent. */
export interface Draft {
  checkIn: string
  checkOut: string
  guestName: string
  guestKana: string
  /** Whether the rooms are given anew. */
  withRooms: boolean
  rooms: RoomDraft[]
}

/** The codes that only rooms and rates can mend. */
const OF_ROOMS = /\.(rooms_|room_code|rates_|nights_|number_invalid)/

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const emptyRoom = (nights: number): RoomDraft => ({
  code: '',
  adults: 1,
  children: 0,
  amounts: Array.from({ length: nights }, () => 0),
})

/** The form as it opens: dates and rooms as far as they were understood, names empty. */
export function draftOf(failure: FailureCase): Draft {
  const stay = failure.translated?.stay
  const { field, found = '' } = failure.facts
  const sent = (element: string) => (field === element && ISO_DATE.test(found) ? found : '')
  return {
    checkIn: stay?.checkIn ?? failure.arrival ?? sent('CheckInDate'),
    checkOut: stay?.checkOut ?? sent('CheckOutDate'),
    guestName: '',
    guestKana: '',
    withRooms: OF_ROOMS.test(failure.code),
    rooms: stay?.rooms.map(({ code, adults, children, amounts }) => ({
      code,
      adults,
      children,
      amounts: [...amounts],
    })) ?? [emptyRoom(0)],
  }
}

/** The nights that the typed dates span; none while they make no sense. */
export function nightsOf(draft: Draft): string[] {
  const { checkIn, checkOut } = draft
  return checkIn && checkOut && checkIn < checkOut ? datesBetween(checkIn, checkOut).slice(0, 999) : []
}

/** The rooms with a rate for each night of the stay: the known ones kept, new ones like the last. */
export function fitted(rooms: RoomDraft[], nights: number): RoomDraft[] {
  return rooms.map((room) => ({
    ...room,
    amounts: Array.from({ length: nights }, (_, at) => room.amounts[at] ?? room.amounts.at(-1) ?? 0),
  }))
}

export const withRoom = (rooms: RoomDraft[], nights: number): RoomDraft[] => {
  const last = rooms.at(-1)
  return [...rooms, last ? { ...last, amounts: [...last.amounts] } : emptyRoom(nights)]
}

/** What is to be corrected; null while that is nothing. */
export function fieldsOf(draft: Draft, before: Draft): Schema<'FailureEditFields'> | null {
  const fields: Schema<'FailureEditFields'> = {}
  if (draft.checkIn && draft.checkIn !== before.checkIn) fields.checkIn = draft.checkIn
  if (draft.checkOut && draft.checkOut !== before.checkOut) fields.checkOut = draft.checkOut
  if (draft.guestName.trim()) fields.guestName = draft.guestName.trim()
  if (draft.guestKana.trim()) fields.guestKana = draft.guestKana.trim()
  if (draft.withRooms) fields.rooms = draft.rooms
  return Object.keys(fields).length > 0 ? fields : null
}
