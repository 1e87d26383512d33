import { useQuery } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, body, type Schema } from '@/api/client'
import { typing } from '@/kit/listKeys'
import { unknownCodes, waitsFor } from './cause'
import { isOpen, type FailureCase } from './failure'

const PAGE = 500

/** The open cases of the same cause, those first whose guests arrive first, and the way from one to the next. */
export function useSameCause(failure: Ref<FailureCase | undefined>) {
  const route = useRoute()
  const router = useRouter()
  const known = computed(() => failure.value !== undefined)
  /** An unknown code is one cause, whichever travel sites send it; anything else is told by its fingerprint. */
  const code = computed(() => {
    const [only, another] = failure.value ? unknownCodes(failure.value) : []
    return another ? undefined : only?.code
  })
  const asked = computed(() => {
    const hotel = failure.value?.hotel
    return code.value === undefined
      ? { hotel, fingerprint: failure.value?.fingerprint }
      : { hotel, class: 'ROOM_MAPPING' as const, q: code.value }
  })
  const meant = ({ message }: { message: string }) => code.value === undefined || waitsFor(message, code.value)

  const list = useQuery({
    queryKey: computed(() => ['failures', 'same', asked.value]),
    enabled: known,
    queryFn: async (): Promise<Schema<'Failure'>[]> => {
      const query = { ...asked.value, sort: 'arrival' as const, limit: PAGE }
      const page = await body(api.GET('/api/v1/failures', { params: { query } }))
      return (page as Schema<'PageFailure'>).items.filter(meant)
    },
  })
  const groups = useQuery({
    queryKey: computed(() => ['failures', 'causes', asked.value]),
    enabled: known,
    queryFn: async (): Promise<number> => {
      const query = { ...asked.value, groupBy: 'fingerprint' as const, limit: PAGE }
      const page = await body(api.GET('/api/v1/failures', { params: { query } }))
      const causes = (page as Schema<'PageFailureGroup'>).items.filter(meant)
      return causes.reduce((sum, cause) => sum + cause.count, 0)
    },
  })

  const ids = computed(() => list.data.value?.map(({ id }) => id) ?? [])
  const index = computed(() => ids.value.indexOf(failure.value?.id ?? -1))
  const previous = computed(() => (index.value > 0 ? ids.value[index.value - 1] : undefined))
  const next = computed(() => {
    if (index.value >= 0) return ids.value[index.value + 1]
    return failure.value && !isOpen(failure.value) ? ids.value[0] : undefined
  })

  function go(id: number | undefined) {
    if (id !== undefined) void router.push({ name: 'failure', params: { hotel: route.params.hotel, id } })
  }
  function pressed(event: KeyboardEvent) {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]'))
      return
    if (event.key === '[') go(previous.value)
    else if (event.key === ']') go(next.value)
  }
  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))

  return {
    /** How many are open in all. */
    count: computed(() => groups.data.value ?? ids.value.length),
    /** From 1; 0 for one that is not among them. */
    position: computed(() => index.value + 1),
    previous,
    next,
    go,
  }
}
