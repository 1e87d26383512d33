import { useQuery } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { api, body, onSessionEnd, type Schema } from '@/api/client'
import { queries } from '@/api/queries'
import { ProblemError } from '@/api/problem'

export type Role = 'ADMIN' | 'MANAGER' | 'OPERATOR' | 'VIEWER'
const RANK: Record<string, number> = { VIEWER: 0, OPERATOR: 1, MANAGER: 2, ADMIN: 3 }

const KEY = ['session']

/** Who is signed in; null when nobody is. */
export async function whoIsSignedIn(): Promise<Schema<'Session'> | null> {
  try {
    return await queries.fetchQuery({
      queryKey: KEY,
      queryFn: () => body(api.GET('/api/v1/session')),
      staleTime: 60_000,
      retry: false,
    })
  } catch (refused) {
    if (refused instanceof ProblemError && refused.problem.status === 401) return null
    throw refused
  }
}

export async function signIn(username: string, password: string): Promise<void> {
  await api.POST('/api/v1/session', { body: { username, password } })
  queries.removeQueries({ queryKey: KEY })
  await whoIsSignedIn()
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/v1/session')
  queries.clear()
}

export function useSession() {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => body(api.GET('/api/v1/session')), staleTime: 60_000 })
  /** Whether one may do what this role may. */
  const may = (role: Role) => (RANK[data.value?.role ?? ''] ?? -1) >= (RANK[role] ?? 9)
  return { session: data, may, signedIn: computed(() => data.value != null) }
}

/** The session has ended under a page that stays as it is: the dialog that asks for the password again shows. */
export const sessionEnded = ref(false)

let waiting: { promise: Promise<void>; resolve: () => void; reject: (reason: Error) => void } | null = null

onSessionEnd(() => {
  if (!waiting) {
    let resolve: () => void = () => undefined
    let reject: (reason: Error) => void = () => undefined
    const promise = new Promise<void>((kept, broken) => {
      resolve = kept
      reject = broken
    })
    waiting = { promise, resolve, reject }
    sessionEnded.value = true
  }
  return waiting.promise
})

/** Signs in again under the page; the requests that waited are sent now. */
export async function resumeSession(username: string, password: string): Promise<void> {
  await signIn(username, password)
  sessionEnded.value = false
  waiting?.resolve()
  waiting = null
}

/** Leaves for the sign-in page: the requests that waited fail. */
export function abandonSession(): void {
  sessionEnded.value = false
  waiting?.reject(new Error('The session has ended'))
  waiting = null
  queries.clear()
}
