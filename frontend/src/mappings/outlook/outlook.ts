import type { Schema } from '@/api/client'

type Item = Schema<'MappingPreviewItem'>

/** Those that a mapping would not bring in, by why. */
export interface Rest {
  key: string
  failureClass: string
  count: number
}

export const endsWell = ({ becomes }: Item) => becomes.outcome !== 'rejected'
export const closes = ({ becomes }: Item) => becomes.closes === true

/** Those that stay, by their class, the most first. */
export function restOf(items: Item[]): Rest[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    if (endsWell(item) || closes(item)) continue
    const key = item.becomes.class ?? item.class
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .map(([failureClass, count]) => ({ key: failureClass, failureClass, count }))
    .sort((one, other) => other.count - one.count)
}

/** Those that will not wait for a room type any more, whatever else becomes of them. */
export function leaving(items: Item[]): Item[] {
  return items.filter((item) => endsWell(item) || closes(item) || item.becomes.class !== 'ROOM_MAPPING')
}
