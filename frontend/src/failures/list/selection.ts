import { computed, shallowRef, watch, type Ref } from 'vue'

/** The ids from one row to another, both included, in either direction. */
export function rangeOf(ids: number[], from: number, to: number): number[] {
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b)
  return first === undefined || last === undefined || first < 0 ? [] : ids.slice(first, last + 1)
}

/** Which rows are ticked: some by hand, a range with Shift, or all that match. */
export function useSelection(list: { ids: Ref<number[]>; scope: Ref<string> }) {
  const ticked = shallowRef(new Set<number>())
  const all = shallowRef(false)
  let last: number | null = null

  function tick(id: number, on: boolean, range: boolean) {
    const concerned = range && last !== null ? rangeOf(list.ids.value, last, id) : [id]
    const next = all.value ? new Set(list.ids.value) : new Set(ticked.value)
    for (const one of concerned.length ? concerned : [id]) {
      if (on) next.add(one)
      else next.delete(one)
    }
    ticked.value = next
    all.value = false
    last = id
  }
  function tickAll(on: boolean) {
    all.value = on
    ticked.value = new Set()
  }
  watch(list.scope, () => tickAll(false))

  return {
    ticked,
    all,
    some: computed(() => all.value || ticked.value.size > 0),
    isTicked: (id: number) => all.value || ticked.value.has(id),
    tick,
    tickAll,
  }
}
