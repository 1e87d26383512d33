import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'

export type RoomType = Schema<'RoomType'>
export type Rules = Schema<'HierarchyRules'>
export type Revision = Schema<'HierarchyRevision'>

export const tagOf = (version: number) => `"${version}"`

export function useStoredHierarchy(hotel: Ref<string>) {
  return useQuery({
    queryKey: ['hierarchy', hotel, 'graph'],
    queryFn: () => body(api.GET('/api/v1/hotels/{hotel}/hierarchy', { params: { path: { hotel: hotel.value } } })),
  })
}

/** Every change, the newest first. */
export function useRevisions(hotel: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['hierarchy', hotel, 'revisions'],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/hotels/{hotel}/hierarchy/revisions', {
          params: { path: { hotel: hotel.value }, query: { limit: 5, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export interface StoredRules {
  rules: Rules
  /** The version that they belong to, as a tag for `If-Match`. */
  version: string | null
}

/** An answer of rules with the version in its head. */
export async function versioned(answer: Promise<{ data?: Rules; response: Response }>): Promise<StoredRules> {
  const { response } = await answer
  return { rules: await body(answer), version: response.headers.get('ETag') }
}

export function useStoredRules(hotel: Ref<string>) {
  return useQuery({
    queryKey: ['hierarchy', hotel, 'rules'],
    queryFn: () =>
      versioned(api.GET('/api/v1/hotels/{hotel}/hierarchy/rules', { params: { path: { hotel: hotel.value } } })),
  })
}

/** After any change of relations or rules: what is shown of them is read anew, and so is what they decide. */
export function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['hierarchy'] }),
      client.invalidateQueries({ queryKey: ['upgrades'] }),
    ])
}

/** Takes the last stored change back, provided that it is still the last. */
export async function takeBack(hotel: string, version: number): Promise<Revision> {
  return body(
    api.POST('/api/v1/hotels/{hotel}/hierarchy/undo', {
      params: { path: { hotel }, header: { 'If-Match': tagOf(version) } },
    }),
  )
}

export const typesByCode = (types: Ref<RoomType[] | undefined>) =>
  computed(() => new Map((types.value ?? []).map((type) => [type.code, type])))
