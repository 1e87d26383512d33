import { useInfiniteQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'

export type Import = Schema<'Import'>

const PAGE = 100
/** From so many pages on, somebody reads the past: reading all of it anew with every telegram would help nobody. */
const DEEP = 3

/** The import log, a page after the other; kept current as long as one looks at its top. */
export function useImports(asked: Ref<{ hotel?: string; [field: string]: string | undefined }>) {
  const client = useQueryClient()
  const pages = ref(0)
  const deep = computed(() => pages.value >= DEEP)
  const query = useInfiniteQuery({
    queryKey: ['imports', 'log', asked],
    queryFn: ({ pageParam }) =>
      body(api.GET('/api/v1/imports', { params: { query: { ...asked.value, limit: PAGE, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: computed(() => (deep.value ? 'static' : 15_000)),
  })
  watch(query.data, (data) => (pages.value = data?.pages.length ?? 0), { immediate: true })
  /** Forgets the past and reads the newest. */
  const backToTop = () => client.resetQueries({ queryKey: ['imports', 'log', asked] })
  return {
    ...query,
    deep,
    backToTop,
    items: computed<Import[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []),
  }
}
