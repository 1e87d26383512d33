import { useQuery } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { endsWell, leaving } from '@/mappings/outlook/outlook'

const LOOK_EVERY = 700
const PAGE = 500
const MOST_PAGES = 10

type Preview = Schema<'MappingPreview'>
type Line = Schema<'Failure'>

/** The open failures of a class in a hotel. */
async function openOnes(hotel: string, failureClass: Line['class']): Promise<Line[]> {
  const found: Line[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { hotel, class: failureClass, limit: PAGE, cursor }
    const answer = (await body(api.GET('/api/v1/failures', { params: { query } }))) as Schema<'PageFailure'>
    found.push(...answer.items)
    if (!answer.next) break
    cursor = answer.next
  }
  return found
}

/** Follows the failures that a mapping heals, one after the other, until none of them waits for it any more. */
export function useHealing(hotel: Ref<string>) {
  const expected = ref<Preview | null>(null)
  const tracked = computed(() => leaving(expected.value?.items ?? []))

  const waiting = useQuery({
    queryKey: computed(() => ['failures', 'healing', hotel.value, tracked.value.map(({ failureId }) => failureId)]),
    enabled: computed(() => expected.value !== null),
    placeholderData: undefined,
    staleTime: 0,
    queryFn: async () => {
      const open = new Set((await openOnes(hotel.value, 'ROOM_MAPPING')).map(({ id }) => id))
      return tracked.value.filter(({ failureId }) => open.has(failureId)).length
    },
    refetchInterval: (query) => (query.state.data === 0 ? false : LOOK_EVERY),
  })

  const total = computed(() => tracked.value.length)
  const settled = computed(() => expected.value !== null && waiting.data.value === 0)
  const someStay = computed(() => tracked.value.some((item) => !endsWell(item)))

  const full = useQuery({
    queryKey: computed(() => ['failures', 'lacking', hotel.value]),
    enabled: computed(() => settled.value && someStay.value),
    placeholderData: undefined,
    staleTime: 0,
    queryFn: () => openOnes(hotel.value, 'NO_AVAILABILITY'),
  })
  const ended = computed(() => settled.value && (!someStay.value || full.data.value !== undefined))
  /** Those that found no room in the end. */
  const lacking = computed(() => {
    const ids = new Set(tracked.value.map(({ failureId }) => failureId))
    return (full.data.value ?? []).filter(({ id }) => ids.has(id))
  })
  const brought = computed(() => {
    const left = new Set(lacking.value.map(({ id }) => id))
    return tracked.value.filter(({ failureId }) => !left.has(failureId))
  })

  return {
    begin: (preview: Preview) => (expected.value = preview),
    following: computed(() => expected.value !== null),
    total,
    done: computed(() => total.value - (waiting.data.value ?? total.value)),
    ended,
    brought,
    lacking,
  }
}
