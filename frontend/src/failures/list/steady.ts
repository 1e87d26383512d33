/** A line that stays where it is while somebody looks, also when it is no longer in the list. */
export interface Steady<T> {
  key: string
  item: T
  gone: boolean
}

/** What is shown keeps its order and takes its new facts; what has come meanwhile waits to be shown. */
export function steadied<T>(
  shown: Steady<T>[],
  fresh: T[],
  keyOf: (item: T) => string,
): { lines: Steady<T>[]; unseen: T[] } {
  const now = new Map(fresh.map((item) => [keyOf(item), item]))
  const lines = shown.map(({ key, item }) => {
    const current = now.get(key)
    return { key, item: current ?? item, gone: current === undefined }
  })
  const known = new Set(shown.map(({ key }) => key))
  return { lines, unseen: fresh.filter((item) => !known.has(keyOf(item))) }
}

/** All of it, as it comes. */
export function laidOut<T>(fresh: T[], keyOf: (item: T) => string): Steady<T>[] {
  return fresh.map((item) => ({ key: keyOf(item), item, gone: false }))
}
