import { useInfiniteQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { api, body } from '@/api/client'
import { throttled } from '@/kit/timing'
import { useLiveFeed, type LiveEvent } from '@/live/feed'
import { useHotel } from '@/shell/hotel'
import { filtersOf, meets, type Asked, type Failure } from './asked'
import { compared, factsOf, withChanges, type RowPage, type Rows } from './rows'

const PAGE = 500
/** A page that was read longer ago than this is read again when somebody looks at it. */
const STALE = 15_000

/**
 * The rows of the list, page by page. While somebody looks nothing moves: the live feed and a second reading of the
 * page in view change rows in place, and what has come is counted in `unseen` until `showAll`.
 */
export function useFailureRows(asked: Ref<Asked>) {
  const client = useQueryClient()
  const { filter } = useHotel()
  const scope = computed(() => JSON.stringify([filter.value, filtersOf(asked.value), asked.value.sort]))
  const key = computed(() => ['failureRows', scope.value])
  const unseen = shallowRef(new Set<number>())
  const gone = shallowRef(new Set<number>())
  const pageInView = ref(0)
  const readAt: number[] = []

  async function page(cursor: string | undefined): Promise<RowPage> {
    const { sort } = asked.value
    const query = { hotel: filter.value, ...filtersOf(asked.value), sort, cursor, limit: PAGE }
    // Without groupBy the answer has this form.
    return (await body(api.GET('/api/v1/failures', { params: { query } }))) as RowPage
  }

  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: computed(() => asked.value.view === 'list'),
    // Thousands of rows: read again by pages, in `readAgain`, never all of them.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    structuralSharing: false,
    shallow: true,
  })
  const rows = computed<Failure[]>(() => query.data.value?.pages.flatMap((one) => one.items) ?? [])

  function change(changes: ReadonlyMap<number, Partial<Failure>>) {
    client.setQueryData<Rows>(key.value, (known) => known && withChanges(known, changes))
  }

  async function readAgain() {
    const index = pageInView.value
    const asking = scope.value
    const shown = query.data.value?.pages[index]
    if (!shown || query.isPlaceholderData.value) return
    readAt[index] = Date.now()
    const fresh = await page(query.data.value?.pageParams[index] as string | undefined)
    const current = query.data.value?.pages[index]
    if (asking !== scope.value || !current) return
    const found = compared(current, fresh)
    change(found.changes)
    gone.value = new Set([...gone.value, ...found.gone].filter((id) => !found.changes.has(id)))
    unseen.value = new Set([...unseen.value, ...found.unseen])
  }
  // What could not be read again stays as it is until the next event or the next look.
  const readAgainSoon = throttled(() => void readAgain().catch(() => undefined), 1_000)

  const heard = new Map<number, Partial<Failure>>()
  const takeIn = throttled(() => {
    const known = new Set(rows.value.map((row) => row.id))
    const arrived = [...heard].filter(([id, facts]) => !known.has(id) && meets(facts as Failure, asked.value))
    if (arrived.length > 0 && asked.value.q === undefined)
      unseen.value = new Set([...unseen.value, ...arrived.map(([id]) => id)])
    change(new Map(heard))
    heard.clear()
  }, 250)

  function listen({ kind, data }: LiveEvent) {
    if (!kind.startsWith('failure.') || typeof data.id !== 'number' || asked.value.view !== 'list') return
    heard.set(data.id, factsOf(data))
    takeIn()
    readAgainSoon()
  }
  onScopeDispose(useLiveFeed().onEvent(listen))

  function forget() {
    unseen.value = new Set()
    gone.value = new Set()
    readAt.length = 0
    pageInView.value = 0
  }
  watch(scope, forget)
  watch(
    [pageInView, () => query.data.value !== undefined],
    ([index, known]) => {
      if (known && Date.now() - (readAt[index] ?? query.dataUpdatedAt.value) > STALE) readAgainSoon()
    },
    { immediate: true },
  )

  async function showAll() {
    forget()
    await client.resetQueries({ queryKey: key.value, exact: true })
  }

  /** Whether a row has left what is asked for since it was shown. */
  const isGone = (row: Failure) => gone.value.has(row.id) || !meets(row, asked.value)

  return { ...query, rows, scope, unseen: computed(() => unseen.value.size), isGone, pageInView, PAGE, showAll }
}
