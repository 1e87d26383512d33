import { onScopeDispose, ref, type Ref } from 'vue'

/** The moment, kept current while somebody looks. */
export function useNow(every = 1_000): Ref<number> {
  const now = ref(Date.now())
  const timer = window.setInterval(() => (now.value = Date.now()), every)
  onScopeDispose(() => window.clearInterval(timer))
  return now
}

/** Calls at most once in the time, the last call never lost. */
export function throttled(action: () => void, every: number): () => void {
  let timer: number | undefined
  let again = false
  const run = () => {
    again = false
    action()
    timer = window.setTimeout(() => {
      timer = undefined
      if (again) run()
    }, every)
  }
  return () => {
    if (timer === undefined) run()
    else again = true
  }
}
