import { QueryClient, keepPreviousData } from '@tanstack/vue-query'
import { ProblemError } from './problem'

/** Tries again what may succeed by itself, never what was refused. */
function worthAnotherTry(tries: number, error: Error): boolean {
  if (error instanceof ProblemError) return error.problem.status >= 502 && tries < 2
  return tries < 2
}

/** The server's state: fresh for seconds, made stale at once by the live feed (see live/refreshes.ts). */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthAnotherTry,
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      placeholderData: keepPreviousData,
    },
    mutations: { retry: false },
  },
})
