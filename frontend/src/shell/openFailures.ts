import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, body } from '@/api/client'
import { useHotel } from './hotel'

/** The dashboard of the chosen hotel, asked once for whoever wants to know. */
export function useDashboard() {
  const { filter } = useHotel()
  return useQuery({
    queryKey: ['dashboard', filter],
    queryFn: () => body(api.GET('/api/v1/dashboard', { params: { query: { hotel: filter.value } } })),
    refetchInterval: 60_000,
  })
}

/** How many failures are open. */
export function useOpenFailures() {
  const dashboard = useDashboard()
  return { data: computed(() => dashboard.data.value?.attention.total ?? 0) }
}
