/** Whether the tuple (rank, fit) is less than the other: rank first. */
export const isLess = (rank: number, fit: number, otherRank: number, otherFit: number): boolean =>
  rank < otherRank || (rank === otherRank && fit < otherFit)

/**
 * A heap of items whose keys are tuples (rank, fit), the least first. As in {@link Heap}, an item may be pushed again
 * with a smaller key, and whoever pops ignores the stale entry. Push and pop take O(log entries).
 */
export interface TupleHeap {
  readonly push: (rank: number, fit: number, item: number) => void
  /** Takes the top item off; the heap must not be empty. */
  readonly pop: () => number
  /** The key at the top, or `Infinity`. */
  readonly leastRank: () => number
  readonly leastFit: () => number
  /** The item at the top, or -1. */
  readonly top: () => number
  /** How many entries there are, stale ones included. */
  readonly size: () => number
}

export const tupleHeap = (): TupleHeap => {
  const ranks: Array<number> = []
  const fits: Array<number> = []
  const items: Array<number> = []

  const isAbove = (at: number, rank: number, fit: number): boolean =>
    isLess(ranks[at] as number, fits[at] as number, rank, fit)
  const put = (at: number, rank: number, fit: number, item: number): void => {
    ranks[at] = rank
    fits[at] = fit
    items[at] = item
  }
  const copy = (from: number, to: number): void => {
    put(to, ranks[from] as number, fits[from] as number, items[from] as number)
  }

  return {
    push: (rank, fit, item) => {
      let at = items.length
      for (let parent = (at - 1) >> 1; at > 0 && !isAbove(parent, rank, fit); parent = (at - 1) >> 1) {
        copy(parent, at)
        at = parent
      }
      put(at, rank, fit, item)
    },
    pop: () => {
      const top = items[0] as number
      const [rank, fit, item] = [ranks.pop() as number, fits.pop() as number, items.pop() as number]
      const size = items.length
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && isAbove(child + 1, ranks[child] as number, fits[child] as number)) child += 1
        if (!isAbove(child, rank, fit)) break
        copy(child, at)
        at = child
      }
      if (size > 0) put(at, rank, fit, item)
      return top
    },
    leastRank: () => ranks[0] ?? Infinity,
    leastFit: () => fits[0] ?? Infinity,
    top: () => items[0] ?? -1,
    size: () => items.length,
  }
}
