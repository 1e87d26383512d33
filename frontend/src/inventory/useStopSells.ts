import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body } from '@/api/client'
import { say, sayRefused } from '@/kit/toasts'
import { useHotel } from '@/shell/hotel'

const WAITING = ['proposed', 'failed'] as const

/** Stop-sells that wait for a person: to be approved, or to be sent again. */
export function useWaitingStopSells() {
  const { code } = useHotel()
  return useQuery({
    queryKey: computed(() => ['inventory', code.value, 'stop-sells']),
    queryFn: async () => {
      const pages = await Promise.all(
        WAITING.map((state) =>
          body(api.GET('/api/v1/stop-sells', { params: { query: { hotel: code.value, state, limit: 100 } } })),
        ),
      )
      return pages.flatMap((page) => page.items)
    },
  })
}

/** What a person decides about a stop-sell. */
export function useStopSellDecisions() {
  const { t } = useI18n()
  const client = useQueryClient()
  const told = (key: string) => ({
    onSuccess: () => say(t(`inventory.proposals.${key}`)),
    onError: sayRefused,
    onSettled: () => client.invalidateQueries({ queryKey: ['inventory'] }),
  })
  const params = (id: number) => ({ params: { path: { id } } })
  return {
    approve: useMutation({
      mutationFn: (id: number) => api.POST('/api/v1/stop-sells/{id}/approve', params(id)),
      ...told('approved'),
    }),
    retry: useMutation({
      mutationFn: (id: number) => api.POST('/api/v1/stop-sells/{id}/retry', params(id)),
      ...told('retried'),
    }),
    dismiss: useMutation({
      mutationFn: ({ id, reason }: { id: number; reason: string }) =>
        api.POST('/api/v1/stop-sells/{id}/dismiss', { ...params(id), body: { reason } }),
      ...told('dismissed'),
    }),
  }
}
