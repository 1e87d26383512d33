import { ref, watch } from 'vue'

export const MOST = 1000

/** A priority as it is typed: taken when it is one, put back when it is not. */
export function usePriority(current: () => number, take: (priority: number) => void) {
  const shown = ref(current())
  watch(current, (value) => (shown.value = value))

  function typed(event: Event) {
    const field = event.target as HTMLInputElement
    const value = Number(field.value)
    if (Number.isInteger(value) && value >= 1 && value <= MOST) {
      if (value !== current()) take(value)
    } else field.value = String(current())
  }
  return { shown, typed }
}
