import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useHotel } from '@/shell/hotel'
import { dayBegins, dayEnds } from './days'

export const OUTCOMES = ['imported', 'modified', 'cancelled', 'rejected', 'pending'] as const
export const CLASSES = [
  'PARSE',
  'VALIDATION',
  'ROOM_MAPPING',
  'NO_AVAILABILITY',
  'DUPLICATE',
  'OUT_OF_ORDER',
  'REMOTE',
  'SYSTEM',
] as const
export const KINDS = ['NEW', 'MODIFICATION', 'CANCELLATION'] as const
export const CHANNELS = ['jalan', 'rakuten', 'ikyu', 'jtb', 'booking', 'agoda', 'expedia'] as const

const FIELDS = ['channel', 'bookingNumber', 'outcome', 'class', 'kind', 'from', 'to'] as const
export type FilterField = (typeof FIELDS)[number]

const known = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find((one) => one === value)

/** What the import log is narrowed to: it lives in the address, so that a link shows the same list. */
export function useImportFilter() {
  const route = useRoute()
  const router = useRouter()
  const { filter: hotel, zone } = useHotel()

  const value = (field: FilterField) => {
    const found = route.query[field]
    return typeof found === 'string' ? found : ''
  }
  const values = computed(() => Object.fromEntries(FIELDS.map((field) => [field, value(field)])))

  function set(field: FilterField, wanted: string) {
    void router.replace({ query: { ...route.query, [field]: wanted || undefined } })
  }

  function clear() {
    void router.replace({ query: {} })
  }

  /** The same for the API. */
  const asked = computed(() => ({
    hotel: hotel.value,
    channel: value('channel') || undefined,
    bookingNumber: value('bookingNumber') || undefined,
    outcome: known(OUTCOMES, value('outcome')),
    class: known(CLASSES, value('class')),
    kind: known(KINDS, value('kind')),
    from: value('from') ? dayBegins(value('from'), zone.value) : undefined,
    to: value('to') ? dayEnds(value('to'), zone.value) : undefined,
  }))

  return { values, set, clear, asked, narrowed: computed(() => FIELDS.some((field) => value(field) !== '')) }
}
