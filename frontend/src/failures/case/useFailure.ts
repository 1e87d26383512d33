import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body } from '@/api/client'
import { language } from '@/i18n'

const RETRYING_EVERY = 1_000

export const failureKey = (id: number) => ['failure', id, language.value] as const

/** A case; looked at often while it is being tried. */
export function useFailure(id: Ref<number>) {
  return useQuery({
    queryKey: computed(() => failureKey(id.value)),
    queryFn: () => body(api.GET('/api/v1/failures/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: (query) => (query.state.data?.state === 'retrying' ? RETRYING_EVERY : false),
  })
}

/** A telegram and what happened to it. */
export function useTelegram(id: Ref<number | undefined>) {
  return useQuery({
    queryKey: computed(() => ['imports', 'one', id.value, language.value]),
    enabled: computed(() => id.value !== undefined),
    queryFn: () => body(api.GET('/api/v1/imports/{telegramId}', { params: { path: { telegramId: id.value ?? 0 } } })),
  })
}
