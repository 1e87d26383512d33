import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body } from '@/api/client'
import { useHotel } from '@/shell/hotel'
import { filtersOf, type Asked, type Cause } from './asked'

export const MOST_CAUSES = 500

/** The causes of what is asked for, and by them how many failures that are. */
export function useCauses(asked: Ref<Asked>) {
  const { filter } = useHotel()
  const filters = computed(() => filtersOf(asked.value))
  const scope = computed(() => JSON.stringify([filter.value, filters.value]))
  const query = useQuery({
    queryKey: ['failures', 'causes', scope],
    queryFn: async () => {
      const hotel = filter.value
      const page = await body(
        api.GET('/api/v1/failures', {
          params: { query: { hotel, ...filters.value, groupBy: 'fingerprint', limit: MOST_CAUSES } },
        }),
      )
      // The answer has this form exactly when it is asked to group.
      return { causes: page.items as Cause[], more: Boolean(page.next) }
    },
    enabled: computed(() => asked.value.view !== 'runs'),
  })
  const causes = computed(() => (query.isPlaceholderData.value ? undefined : query.data.value?.causes))
  /** How many failures; null when there are more causes than are known. */
  const total = computed(() =>
    query.data.value && !query.data.value.more
      ? query.data.value.causes.reduce((sum, cause) => sum + cause.count, 0)
      : null,
  )
  return { ...query, causes, total, scope, more: computed(() => query.data.value?.more ?? false) }
}
