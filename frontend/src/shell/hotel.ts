import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { api, body } from '@/api/client'

/** Stands in the address for every hotel that one may see. */
export const ALL = 'all'
const STORED = 'toritsugi.hotel'
/** Where times are shown when no single hotel is chosen. */
const HOME_ZONE = 'Asia/Tokyo'

export const lastHotel = () => localStorage.getItem(STORED) ?? ALL
export const rememberHotel = (hotel: string) => localStorage.setItem(STORED, hotel)

export function useHotels() {
  return useQuery({
    queryKey: ['hotels'],
    queryFn: () => body(api.GET('/api/v1/hotels', { params: { query: { limit: 500 } } })),
    staleTime: 300_000,
  })
}

/** The hotel that the address names. */
export function useHotel() {
  const route = useRoute()
  const { data } = useHotels()
  const code = computed(() => String(route.params.hotel ?? ALL))
  const across = computed(() => code.value === ALL)
  const hotel = computed(() => data.value?.items.find((one) => one.code === code.value) ?? null)
  return {
    /** As in the address: a code, or `all`. */
    code,
    across,
    hotel,
    /** For queries that take a hotel or none. */
    filter: computed(() => (across.value ? undefined : code.value)),
    zone: computed(() => hotel.value?.timeZone ?? HOME_ZONE),
  }
}

/** The zone of any hotel by its code. */
export function useZones() {
  const { data } = useHotels()
  return (hotel: string) => data.value?.items.find((one) => one.code === hotel)?.timeZone ?? HOME_ZONE
}
