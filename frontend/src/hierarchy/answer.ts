import type { Schema } from '@/api/client'

const MOST_LINES = 6

/** The requested type, the options in their order, then what was looked at in vain. */
export function shownTypes(requested: string, { options, none }: Schema<'UpgradeSuggestion'>): string[] {
  const looked = [...options.map((option) => option.roomType), ...(none?.reasons ?? []).map((one) => one.roomType)]
  return [...new Set([requested, ...looked])].slice(0, MOST_LINES)
}

/** Free rooms of a type by night; none where the sale is stopped. */
export function freeOf(type: string, nights: readonly Schema<'InventoryNight'>[]): Record<string, number> {
  return Object.fromEntries(
    nights.filter((night) => night.roomType === type).map((night) => [night.date, night.stopSell ? 0 : night.free]),
  )
}

const KNOWN = [
  'full',
  'capacity',
  'no_relation',
  'max_levels',
  'price_difference',
  'smoking',
  'blackout',
  'channel',
  'plan',
]

/** The word for why a type cannot be given: `upgrade.rule.blackout` is a `blackout`. */
export function reasonKey(code: string): string {
  const last = code.split('.').at(-1) ?? ''
  return KNOWN.includes(last) ? last : 'rule'
}
