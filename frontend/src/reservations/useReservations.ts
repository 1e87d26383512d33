import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, body, type Schema } from '@/api/client'
import { plusDays } from '@/i18n/formats'

export type Reservation = Schema<'Reservation'>

/** What the address says is looked for; `until` is the last arrival, itself included. */
export interface Filters {
  bookingNumber?: string
  guest?: string
  channel?: string
  from?: string
  until?: string
  status?: string
}

const NAMES = ['bookingNumber', 'guest', 'channel', 'from', 'until', 'status'] as const
const PAGE = 100

/** The filters, kept in the address. */
export function useFilters(): Ref<Filters> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => Object.fromEntries(NAMES.map((name) => [name, String(route.query[name] ?? '')])) as Filters,
    set: (wanted) => {
      const query = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value))
      void router.replace({ query })
    },
  })
}

export function useReservations(hotel: Ref<string>, filters: Ref<Filters>) {
  const list = useInfiniteQuery({
    queryKey: ['reservations', hotel, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const { bookingNumber, guest, channel, from, until, status } = filters.value
      return body(
        api.GET('/api/v1/hotels/{hotel}/reservations', {
          params: {
            path: { hotel: hotel.value },
            query: {
              bookingNumber: bookingNumber || undefined,
              guest: guest || undefined,
              channel: channel || undefined,
              from: from || undefined,
              to: until ? plusDays(until, 1) : undefined,
              status: (status || undefined) as Reservation['status'] | undefined,
              cursor: pageParam,
              limit: PAGE,
            },
          },
        }),
      )
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) }
}
