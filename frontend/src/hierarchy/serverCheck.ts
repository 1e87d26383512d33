import { useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import { ProblemError } from '@/api/problem'
import { language } from '@/i18n'
import { wanted, type Relation } from './model/relations'

export type ServerFinding = Schema<'HierarchyFinding'> & Record<string, unknown>

export interface ServerFindings {
  errors: ServerFinding[]
  warnings: ServerFinding[]
}

const PAUSE = 400

/** What the application says of the hierarchy that is being drawn, asked when the hand rests. */
export function useServerCheck(hotel: Ref<string>, edges: Ref<Relation[]>, enabled: Ref<boolean>) {
  const asked = ref(JSON.stringify(wanted(edges.value)))
  let pause: number | undefined
  watch(edges, (drawn) => {
    window.clearTimeout(pause)
    pause = window.setTimeout(() => (asked.value = JSON.stringify(wanted(drawn))), PAUSE)
  })
  onScopeDispose(() => window.clearTimeout(pause))

  const query = useQuery({
    queryKey: ['hierarchy', hotel, 'check', asked, language],
    queryFn: () => ask(hotel.value, JSON.parse(asked.value) as Schema<'HierarchyWanted'>),
    enabled,
    placeholderData: undefined,
    retry: false,
  })
  const current = computed(() => asked.value === JSON.stringify(wanted(edges.value)))
  return {
    findings: computed(() => (current.value ? (query.data.value ?? null) : null)),
    checking: computed(() => enabled.value && (!current.value || query.isFetching.value)),
  }
}

async function ask(hotel: string, drawn: Schema<'HierarchyWanted'>): Promise<ServerFindings> {
  try {
    const { warnings } = await body(
      api.POST('/api/v1/hotels/{hotel}/hierarchy/validate', { params: { path: { hotel } }, body: drawn }),
    )
    return { errors: [], warnings: warnings as ServerFinding[] }
  } catch (refused) {
    if (!(refused instanceof ProblemError) || refused.problem.status !== 422) throw refused
    const { errors = [], warnings = [] } = refused.problem.facts as Partial<ServerFindings>
    return { errors, warnings }
  }
}
