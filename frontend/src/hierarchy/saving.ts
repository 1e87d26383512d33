import { useMutation } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { ProblemError } from '@/api/problem'
import { say, sayRefused } from '@/kit/toasts'
import type { Desk } from './desk'
import { wanted } from './model/relations'
import { tagOf, takeBack, useRefresh } from './stored'

/** Stores the whole hierarchy for the version that it was drawn over, with a way back in the toast. */
export function useSaving(desk: Desk) {
  const { t } = useI18n()
  const { draft, hotel, stored } = desk
  const refresh = useRefresh()

  const put = () =>
    body(
      api.PUT('/api/v1/hotels/{hotel}/hierarchy', {
        params: { path: { hotel: hotel.value }, header: { 'If-Match': tagOf(draft.base.value.version) } },
        body: wanted(draft.edges.value),
      }),
    )

  /** Only the rules moved on: the relations are still those that were drawn over, so the change may stand. */
  async function putAgain(refused: unknown): Promise<Schema<'Hierarchy'>> {
    if (!isStale(refused)) throw refused
    const { data } = await stored.refetch()
    if (data) draft.take(data)
    if (draft.theirs.value) throw refused
    return put()
  }

  const undo = useMutation({
    mutationFn: (version: number) => takeBack(hotel.value, version),
    onSuccess: async () => {
      await refresh()
      say(t('hierarchy.undone'))
    },
    onError: sayRefused,
  })

  const save = useMutation({
    mutationFn: async () => {
      const changed = draft.count.value
      return { changed, graph: await put().catch(putAgain) }
    },
    onSuccess: async ({ changed, graph }) => {
      draft.saved(graph)
      say(t('hierarchy.saved', { count: changed }, changed), () => undo.mutate(graph.version))
      await refresh()
    },
    onError: async (refused) => {
      if (isStale(refused) && draft.theirs.value) await refresh()
      else sayRefused(refused)
    },
  })
  return { save: () => save.mutate(), saving: save.isPending }
}

const isStale = (refused: unknown) => refused instanceof ProblemError && refused.problem.status === 412
