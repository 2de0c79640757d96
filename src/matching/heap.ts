/**
 * A heap of (key, item) entries with four children to a node, in typed arrays: the least key first. An item may be
 * pushed again with a smaller key; whoever pops ignores the stale entry. Push and pop take O(log entries).
 *
 * Sources: Williams, *Algorithm 232: Heapsort*, CACM 7 (1964); Johnson, *Priority queues with update*, IPL 4 (1975),
 * for four children: half as deep, and siblings lie side by side in memory.
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
  let keys = new Float64Array(64)
  let items = new Int32Array(64)
  let size = 0

  const grow = (): void => {
    const [moreKeys, moreItems] = [new Float64Array(2 * size), new Int32Array(2 * size)]
    moreKeys.set(keys)
    moreItems.set(items)
    keys = moreKeys
    items = moreItems
  }

  return {
    push: (key, item) => {
      if (size === keys.length) grow()
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 2
        if ((keys[parent] as number) <= key) break
        keys[at] = keys[parent] as number
        items[at] = items[parent] as number
        at = parent
      }
      keys[at] = key
      items[at] = item
    },
    pop: () => {
      const top = items[0] as number
      size -= 1
      const key = keys[size] as number
      const item = items[size] as number
      let at = 0
      for (;;) {
        const first = 4 * at + 1
        if (first >= size) break
        let child = first
        for (let other = first + 1; other < first + 4 && other < size; other++)
          if ((keys[other] as number) < (keys[child] as number)) child = other
        if ((keys[child] as number) >= key) break
        keys[at] = keys[child] as number
        items[at] = items[child] as number
        at = child
      }
      keys[at] = key
      items[at] = item
      return top
    },
    least: () => (size === 0 ? Infinity : (keys[0] as number)),
    clear: () => {
      size = 0
    },
  }
}
