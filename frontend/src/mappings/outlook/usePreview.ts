import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { language } from '@/i18n'

type Wanted = Schema<'MappingWanted'>

/**
 * What saving a mapping would bring, known before it is saved. Not among what the live feed refreshes: a preview holds the
 * hotel's turn, and saving decides anew anyway.
 *
 * @param wanted null as long as there is nothing to ask about
 * @param id the mapping that is changed; undefined for a new one
 */
export function usePreview(hotel: Ref<string>, wanted: Ref<Wanted | null>, id?: number) {
  return useQuery({
    queryKey: ['mappingPreview', hotel, id, wanted, language],
    enabled: computed(() => wanted.value !== null),
    placeholderData: undefined,
    staleTime: 30_000,
    retry: false,
    queryFn: ({ signal }) =>
      body(
        api.POST('/api/v1/hotels/{hotel}/mappings/preview', {
          params: { path: { hotel: hotel.value } },
          body: { ...wanted.value, id },
          signal,
        }),
      ),
  })
}
