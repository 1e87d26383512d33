import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Schema } from '@/api/client'
import { plusDays } from '@/i18n/formats'

/** What the failures page is asked for, as its address says it. */
export interface Asked {
  view: View
  class?: FailureClass
  state?: FailureState
  channel?: string
  code?: string
  /** Part of a booking number, a guest's name, a room code or an error code. */
  q?: string
  /** First and last day of arrival. */
  from?: string
  to?: string
  /** One cause only. */
  fingerprint?: string
  archived: boolean
  sort: Sort
}

export type Failure = Schema<'Failure'>
export type Cause = Schema<'FailureGroup'>
export type FailureClass = Failure['class']
export type FailureState = Failure['state']
export type BulkFilter = Schema<'BulkOperationFilter'>

export const VIEWS = ['causes', 'list', 'runs'] as const
export const SORTS = ['arrival', 'newest', 'oldest', 'class'] as const
export const OPEN_STATES = ['waiting', 'retrying', 'escalated'] as const
export const STATES = [...OPEN_STATES, 'resolved', 'dismissed'] as const
/** A repetition never becomes a failure of its own, hence no DUPLICATE. */
export const CLASSES = [
  'ROOM_MAPPING',
  'NO_AVAILABILITY',
  'OUT_OF_ORDER',
  'VALIDATION',
  'PARSE',
  'REMOTE',
  'SYSTEM',
] as const
export type View = (typeof VIEWS)[number]
export type Sort = (typeof SORTS)[number]
type OpenState = (typeof OPEN_STATES)[number]

function text(value: LocationQuery[string] | undefined): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  return one ? one : undefined
}

function among<T extends string>(values: readonly T[], value: LocationQuery[string] | undefined): T | undefined {
  return values.find((one) => one === text(value))
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
function date(value: LocationQuery[string] | undefined): string | undefined {
  const day = text(value)
  return day && DATE.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined
}

/** One cause and what was searched for are looked at case by case, unless the address says otherwise. */
export function askedBy(query: LocationQuery): Asked {
  const fingerprint = text(query.cause)
  const q = text(query.q)
  const [from, to] = [date(query.from), date(query.to)]
  return {
    view: among(VIEWS, query.view) ?? (fingerprint || q ? 'list' : 'causes'),
    class: among(CLASSES, query.class),
    state: among(STATES, query.state),
    channel: text(query.channel),
    code: text(query.code),
    q,
    from,
    // A range that ends before it begins would be refused; the later choice is not known, so the end gives way.
    to: from && to && to < from ? from : to,
    fingerprint,
    archived: text(query.archived) === 'true',
    sort: among(SORTS, query.sort) ?? 'arrival',
  }
}

/** The address of what is asked for; what is as usual is left out. */
export function addressOf(asked: Asked): LocationQueryRaw {
  const usual = asked.fingerprint || asked.q ? 'list' : 'causes'
  return {
    view: asked.view === usual ? undefined : asked.view,
    class: asked.class,
    state: asked.state,
    channel: asked.channel,
    code: asked.code,
    q: asked.q,
    from: asked.from,
    to: asked.to,
    cause: asked.fingerprint,
    archived: asked.archived ? 'true' : undefined,
    sort: asked.sort === 'arrival' ? undefined : asked.sort,
  }
}

/** The narrowing that the list and a set for one action have in common, as the API takes it. */
function narrowing(asked: Asked) {
  return {
    class: asked.class,
    channel: asked.channel,
    code: asked.code,
    q: asked.q,
    arrivalFrom: asked.from,
    // The API takes the day after the last.
    arrivalTo: asked.to && plusDays(asked.to, 1),
    fingerprint: asked.fingerprint,
  }
}

export function filtersOf(asked: Asked) {
  return { ...narrowing(asked), state: asked.state, archived: asked.archived || undefined }
}

/** How many filters are set. */
export function narrowings(asked: Asked): number {
  return Object.values(filtersOf(asked)).filter((value) => value !== undefined).length
}

/** Without any filter, in the same view and order. */
export function widened(asked: Asked): Asked {
  return { view: asked.view, sort: asked.sort, archived: false }
}

export function isOpen(state: string): state is OpenState {
  return OPEN_STATES.some((one) => one === state)
}

/** Whether only such failures are asked for that are over: nothing can be done about them. */
export function asksForClosed(asked: Asked): boolean {
  return asked.state !== undefined && !isOpen(asked.state)
}

/** The same failures as a set for one action; only open ones are taken. */
export function setOf(asked: Asked, hotel: string | undefined): BulkFilter {
  const { state } = asked
  return { hotel, ...narrowing(asked), state: state && isOpen(state) ? state : undefined }
}

/** What the live feed says of a failure. */
export type Heard = Pick<Failure, 'class' | 'code' | 'state' | 'channel' | 'fingerprint' | 'arrival'>

/** Whether a failure is among those that are asked for, as far as its event tells. */
export function meets(failure: Heard, asked: Asked): boolean {
  const state = asked.state
  return (
    (state === undefined ? isOpen(failure.state) : isOpen(state) === isOpen(failure.state)) &&
    (asked.class === undefined || asked.class === failure.class) &&
    (asked.code === undefined || asked.code === failure.code) &&
    (asked.channel === undefined || asked.channel === failure.channel) &&
    (asked.fingerprint === undefined || asked.fingerprint === failure.fingerprint) &&
    (asked.from === undefined || (failure.arrival ?? '') >= asked.from) &&
    (asked.to === undefined || (failure.arrival ?? '9999') <= asked.to)
  )
}
