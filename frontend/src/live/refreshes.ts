import type { QueryClient } from '@tanstack/vue-query'
import { throttled } from '@/kit/timing'
import type { LiveEvent } from './feed'

/** Which queries an event makes stale, by the first word of its kind. */
const TOUCHES: Record<string, string[]> = {
  import: ['imports', 'dashboard', 'reservations', 'inventory'],
  failure: ['failures', 'failure', 'dashboard', 'imports', 'mappings'],
  bulk: ['bulk', 'failures'],
  output: ['outputs', 'dashboard'],
  link: ['dashboard'],
  availability: ['inventory', 'upgrades', 'failure'],
  mapping: ['mappings', 'failures', 'dashboard'],
  hierarchy: ['hierarchy', 'upgrades', 'failure'],
  incident: ['incidents'],
}

/** Reads anew what an event made stale and somebody looks at; however many events come, at most every second. */
export function refreshes(client: QueryClient): (event: LiveEvent) => void {
  const stale = new Set<string>()
  const flush = throttled(() => {
    for (const key of stale) void client.invalidateQueries({ queryKey: [key] })
    stale.clear()
  }, 1_000)
  return (event) => {
    for (const key of TOUCHES[event.kind.split('.')[0] ?? ''] ?? []) stale.add(key)
    if (stale.size > 0) flush()
  }
}
