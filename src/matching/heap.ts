/**
 * A binary heap of (key, item) entries: the least key first, among equal keys the least item. An item may be
 * pushed again with a smaller key; whoever pops ignores the stale entry. Push and pop take O(log entries).
 *
 * Source: Williams, *Algorithm 232: Heapsort*, CACM 7 (1964).
 */
export interface Heap {
  readonly push: (key: number, item: number) => void
  /** Takes the top item off; the heap must not be empty. */
  readonly pop: () => number
  /** The key at the top, or `Infinity`. */
  readonly least: () => number
  readonly clear: () => void
}

export const heap = (): Heap => {
  const keys: Array<number> = []
  const items: Array<number> = []
  let size = 0

  const before = (key: number, item: number, at: number): boolean =>
    key < (keys[at] as number) || (key === keys[at] && item < (items[at] as number))

  const place = (at: number, key: number, item: number): void => {
    keys[at] = key
    items[at] = item
  }

  return {
    push: (key, item) => {
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!before(key, item, parent)) break
        place(at, keys[parent] as number, items[parent] as number)
        at = parent
      }
      place(at, key, item)
    },
    pop: () => {
      const top = items[0] as number
      size -= 1
      const key = keys[size] as number
      const item = items[size] as number
      let at = 0
      for (;;) {
        let child = 2 * at + 1
        if (child >= size) break
        if (child + 1 < size && before(keys[child + 1] as number, items[child + 1] as number, child))
          child += 1
        if (before(key, item, child)) break
        place(at, keys[child] as number, items[child] as number)
        at = child
      }
      place(at, key, item)
      return top
    },
    least: () => (size === 0 ? Infinity : (keys[0] as number)),
    clear: () => {
      size = 0
    },
  }
}
