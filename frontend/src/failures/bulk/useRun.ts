import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, body } from '@/api/client'
import { sayRefused } from '@/kit/toasts'
import { isOver, type Run } from './wanted'

/** One run as it stands: told by the live feed, and asked for now and then as long as it is under way. */
export function useRun(id: string) {
  const client = useQueryClient()
  const key = ['bulk', 'run', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => body(api.GET('/api/v1/failures/bulk/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 2_000),
  })

  function took(run: Run) {
    client.setQueryData(key, run)
    void client.invalidateQueries({ queryKey: ['bulk'] })
  }
  const goOn = useMutation({
    mutationFn: () => body(api.POST('/api/v1/failures/bulk/{id}/continue', { params: { path: { id } } })),
    onSuccess: took,
    onError: sayRefused,
  })
  const cancel = useMutation({
    mutationFn: () => body(api.POST('/api/v1/failures/bulk/{id}/cancel', { params: { path: { id } } })),
    onSuccess: took,
    onError: sayRefused,
  })
  return { ...query, goOn, cancel }
}
