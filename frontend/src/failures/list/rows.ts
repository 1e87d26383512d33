import type { InfiniteData } from '@tanstack/vue-query'
import type { Failure } from './asked'

export interface RowPage {
  items: Failure[]
  next?: string | null
  /** On all pages; told with the first. */
  total?: number | null
}
export type Rows = InfiniteData<RowPage, string | undefined>

const HEARD = ['class', 'code', 'state', 'channel', 'fingerprint', 'attempts', 'arrival'] as const

/** What an event of the live feed says of a row; what it does not say stays as it is. */
export function factsOf(data: Record<string, unknown>): Partial<Failure> {
  return Object.fromEntries(HEARD.filter((name) => data[name] != null).map((name) => [name, data[name]]))
}

/** The same pages with what is newly known of single rows; pages that nothing concerns stay the same objects. */
export function withChanges(rows: Rows, changes: ReadonlyMap<number, Partial<Failure>>): Rows {
  let changed = false
  const pages = rows.pages.map((page) => {
    if (!page.items.some((row) => changes.has(row.id))) return page
    changed = true
    return { ...page, items: page.items.map((row) => ({ ...row, ...changes.get(row.id) })) }
  })
  return changed ? { ...rows, pages } : rows
}

/** A page that was read again, compared with the page as it is shown. */
export interface Compared {
  changes: Map<number, Partial<Failure>>
  /** Shown, but not in the list any more. */
  gone: number[]
  /** Come in between, or before the first. */
  unseen: number[]
}

export function compared(shown: RowPage, fresh: RowPage): Compared {
  const known = new Set(shown.items.map((row) => row.id))
  const present = new Set(fresh.items.map((row) => row.id))
  const changes = new Map(fresh.items.filter((row) => known.has(row.id)).map((row) => [row.id, row]))
  // Behind the last row that both have, the fresh page goes on into what the next page shows.
  const end = shown.next ? fresh.items.findLastIndex((row) => known.has(row.id)) : fresh.items.length - 1
  return {
    changes,
    gone: shown.items.filter((row) => !present.has(row.id)).map((row) => row.id),
    unseen: fresh.items.filter((row, index) => index <= end && !known.has(row.id)).map((row) => row.id),
  }
}
