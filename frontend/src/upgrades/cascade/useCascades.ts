import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { say, sayRefused } from '@/kit/toasts'
import { useHotel } from '@/shell/hotel'

type Cascade = Schema<'Cascade'>
export type CascadeState = Cascade['state'] | 'all'

const CHANGED = ['upgrades', 'inventory', 'reservations', 'failures', 'failure']

/** Looks for moves; answers the proposal, or why there is none. */
export function useProposing() {
  const { code } = useHotel()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (wanted: Schema<'CascadeWanted'>) => {
      const answer = await body(
        api.POST('/api/v1/hotels/{hotel}/upgrades/cascades', { params: { path: { hotel: code.value } }, body: wanted }),
      )
      return 'id' in answer ? { proposal: answer, none: null } : { proposal: null, none: answer.none ?? null }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['upgrades', code.value, 'cascades'] }),
    onError: sayRefused,
  })
}

/** One proposal, as it stands now. */
export function useProposal(id: Ref<string | null>) {
  const { code } = useHotel()
  return useQuery({
    queryKey: computed(() => ['upgrades', code.value, 'cascade', id.value]),
    queryFn: () =>
      body(
        api.GET('/api/v1/hotels/{hotel}/upgrades/cascades/{id}', {
          params: { path: { hotel: code.value, id: id.value ?? '' } },
        }),
      ),
    enabled: computed(() => id.value !== null),
    placeholderData: undefined,
  })
}

/** The proposals of the hotel, the newest first. */
export function useProposals(state: Ref<CascadeState>) {
  const { code } = useHotel()
  return useInfiniteQuery({
    queryKey: computed(() => ['upgrades', code.value, 'cascades', state.value]),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/hotels/{hotel}/upgrades/cascades', {
          params: {
            path: { hotel: code.value },
            query: { state: state.value, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** What is decided about a proposal, each told with a way back where there is one. */
export function useDeciding() {
  const { t } = useI18n()
  const { code } = useHotel()
  const client = useQueryClient()
  const path = (id: string) => ({ params: { path: { hotel: code.value, id } } })
  const settled = async () => {
    await Promise.all(CHANGED.map((key) => client.invalidateQueries({ queryKey: [key] })))
  }

  const undo = useMutation({
    mutationFn: (id: string) => body(api.POST('/api/v1/hotels/{hotel}/upgrades/cascades/{id}/undo', path(id))),
    onSuccess: () => say(t('upgrades.undone')),
    onError: sayRefused,
    onSettled: settled,
  })
  const apply = useMutation({
    mutationFn: (id: string) => body(api.POST('/api/v1/hotels/{hotel}/upgrades/cascades/{id}/apply', path(id))),
    onSuccess: (cascade) =>
      say(t('upgrades.applied', { count: cascade.moved }, cascade.moved), () => undo.mutate(cascade.id)),
    onError: sayRefused,
    onSettled: settled,
  })
  const reject = useMutation({
    mutationFn: (id: string) => body(api.POST('/api/v1/hotels/{hotel}/upgrades/cascades/{id}/reject', path(id))),
    onSuccess: () => say(t('upgrades.rejected')),
    onError: sayRefused,
    onSettled: settled,
  })
  return { apply, undo, reject }
}
