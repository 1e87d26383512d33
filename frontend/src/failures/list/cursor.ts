import { computed, ref, type Ref } from 'vue'
import { useListKeys } from '@/kit/listKeys'

/** Where one was in each list, for who comes back from a case. */
const lastKeys = new Map<string, string>()

/** The line that j and k move and Enter opens. */
export function useCursor(list: {
  name: string
  keys: Ref<string[]>
  show?: (index: number) => void
  open: (index: number) => void
}) {
  const current = ref(lastKeys.get(list.name) ?? null)
  const at = computed(() => (current.value === null ? -1 : list.keys.value.indexOf(current.value)))

  function go(index: number) {
    const key = list.keys.value[index]
    if (key === undefined) return
    current.value = key
    lastKeys.set(list.name, key)
    list.show?.(index)
  }
  useListKeys({ size: () => list.keys.value.length, at: () => at.value, go, open: () => list.open(at.value) })
  return { current, go }
}
