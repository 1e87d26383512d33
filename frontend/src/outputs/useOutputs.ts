import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { i18n } from '@/i18n'
import type { Tone } from '@/kit/states'
import { say, sayRefused } from '@/kit/toasts'

export type Output = Schema<'Output'>
export const STATES = ['escalated', 'waiting', 'due', 'confirmed'] as const
export type OutputState = (typeof STATES)[number]

export const TONES: Record<OutputState, Tone> = {
  waiting: 'waits',
  due: 'waits',
  confirmed: 'well',
  escalated: 'person',
}

/** Outputs of TL-Lincoln, the newest first. */
export function useOutputs(hotel: Ref<string | undefined>, state: Ref<OutputState | undefined>) {
  const query = useInfiniteQuery({
    queryKey: ['outputs', hotel, state],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/outputs', {
          params: { query: { hotel: hotel.value, state: state.value, limit: 100, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  return { ...query, items: computed<Output[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []) }
}

/** Confirms an output now, without waiting for its next try. */
export function useConfirmNow() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (output: Output) => api.POST('/api/v1/outputs/{id}/retry', { params: { path: { id: output.id } } }),
    onSuccess: (_answer, output) => {
      say(i18n.global.t('outputs.retried', { output: output.outputId }))
      return client.invalidateQueries({ queryKey: ['outputs'] })
    },
    onError: sayRefused,
  })
}
