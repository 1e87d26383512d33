import { ref, shallowRef, watch, type Ref } from 'vue'
import { laidOut, steadied, type Steady } from './steady'

/**
 * Shows a list without moving its lines: a new `scope` (other filters, another hotel) lays it out anew, so does
 * `showAll`; anything else changes the lines in place.
 */
export function useSteady<T>(list: {
  scope: Ref<string>
  /** Undefined as long as nothing is known for the scope. */
  fresh: Ref<T[] | undefined>
  keyOf: (item: T) => string
}) {
  const lines = shallowRef<Steady<T>[]>([])
  const unseen = ref(0)
  let laidOutFor: string | null = null

  function showAll() {
    lines.value = laidOut(list.fresh.value ?? [], list.keyOf)
    unseen.value = 0
    laidOutFor = list.scope.value
  }

  watch(
    [list.fresh, list.scope],
    ([fresh, scope]) => {
      if (fresh === undefined) return
      if (scope !== laidOutFor || lines.value.length === 0) {
        showAll()
        return
      }
      const next = steadied(lines.value, fresh, list.keyOf)
      lines.value = next.lines
      unseen.value = next.unseen.length
    },
    { immediate: true },
  )
  return { lines, unseen, showAll }
}
