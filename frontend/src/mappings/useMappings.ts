import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { say, sayRefused } from '@/kit/toasts'
import { useRoomTypes } from '@/shell/roomTypes'

export type Mapping = Schema<'Mapping'>
export type MappingWanted = Schema<'MappingWanted'>

/** More than any hotel has; the list is one page. */
const ALL = 500

/** The codes that bookings of a hotel wait for, a line for each channel that sends one. */
export function useUnmapped(hotel: Ref<string>) {
  return useQuery({
    queryKey: ['mappings', hotel, 'unmapped'],
    queryFn: async () => {
      const params = { path: { hotel: hotel.value }, query: { limit: ALL } }
      return (await body(api.GET('/api/v1/hotels/{hotel}/mappings/unmapped', { params }))).items
    },
  })
}

/** The mappings of a hotel, what is missing among them, and what is proposed. */
export function useMappings(hotel: Ref<string>) {
  const params = () => ({ path: { hotel: hotel.value }, query: { limit: ALL } })
  const mappings = useQuery({
    queryKey: ['mappings', hotel, 'all'],
    queryFn: async () => {
      const first = await body(api.GET('/api/v1/hotels/{hotel}/mappings', { params: params() }))
      const items = [...first.items]
      for (let cursor = first.next; cursor;) {
        const query = { limit: ALL, cursor }
        const page = await body(
          api.GET('/api/v1/hotels/{hotel}/mappings', { params: { path: { hotel: hotel.value }, query } }),
        )
        items.push(...page.items)
        cursor = page.next
      }
      return items
    },
  })
  const proposals = useQuery({
    queryKey: ['mappings', hotel, 'proposals'],
    queryFn: async () => (await body(api.GET('/api/v1/hotels/{hotel}/mappings/proposals', { params: params() }))).items,
  })
  return { mappings, unmapped: useUnmapped(hotel), proposals, types: useRoomTypes(hotel) }
}

/** Makes, changes and removes mappings; each can be taken back. */
export function useMappingChanges(hotel: Ref<string>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const changed = () => client.invalidateQueries({ queryKey: ['mappings'] })
  const path = (id: number) => ({ params: { path: { hotel: hotel.value, id } } })
  const bare = ({ channel, code, roomType, validFrom, validTo }: Mapping): MappingWanted => ({
    channel,
    code,
    roomType,
    validFrom,
    validTo,
  })

  const create = (wanted: MappingWanted) =>
    body(api.POST('/api/v1/hotels/{hotel}/mappings', { params: { path: { hotel: hotel.value } }, body: wanted }))
  const change = (id: number, wanted: MappingWanted) =>
    body(api.PUT('/api/v1/hotels/{hotel}/mappings/{id}', { ...path(id), body: wanted }))
  const drop = (id: number) => api.DELETE('/api/v1/hotels/{hotel}/mappings/{id}', path(id))

  const undone = (undo: () => Promise<unknown>) => () => void undo().then(changed, sayRefused)

  const remove = useMutation({
    mutationFn: (mapping: Mapping) => drop(mapping.id),
    onSuccess: (_, mapping) => {
      say(
        t('mappings.removed', { code: mapping.code }),
        undone(() => create(bare(mapping))),
      )
      return changed()
    },
    onError: sayRefused,
  })

  /** The refusal is for the form that asked: it explains what is in the way. */
  const save = useMutation({
    mutationFn: async ({ before, wanted }: { before: Mapping | null; wanted: MappingWanted }) => ({
      before,
      after: before ? await change(before.id, wanted) : await create(wanted),
    }),
    onSuccess: ({ before, after }) => {
      say(
        t('mappings.saved', { code: after.code, type: after.roomType }),
        undone(() => (before ? change(before.id, bare(before)) : drop(after.id))),
      )
      return changed()
    },
  })
  return { save, remove }
}
