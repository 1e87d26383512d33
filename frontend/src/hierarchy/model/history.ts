import { shallowRef, type ShallowRef } from 'vue'

const KEPT = 200

/** A value with a way back and forth: every change is one step. */
export function useHistory<T>(first: T) {
  const value: ShallowRef<T> = shallowRef(first)
  const past = shallowRef<T[]>([])
  const future = shallowRef<T[]>([])

  function set(next: T) {
    past.value = [...past.value, value.value].slice(-KEPT)
    future.value = []
    value.value = next
  }

  function undo() {
    const before = past.value.at(-1)
    if (before === undefined) return
    past.value = past.value.slice(0, -1)
    future.value = [...future.value, value.value]
    value.value = before
  }

  function redo() {
    const after = future.value.at(-1)
    if (after === undefined) return
    future.value = future.value.slice(0, -1)
    past.value = [...past.value, value.value]
    value.value = after
  }

  /** Begins anew: nothing before this can be had back. */
  function restart(next: T) {
    past.value = []
    future.value = []
    value.value = next
  }

  return { value, past, future, set, undo, redo, restart }
}
