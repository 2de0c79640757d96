/** A list in order, with one more; behind those that stand as far. O(length) */
export const inserted = <A>(
  list: ReadonlyArray<A>,
  one: A,
  isAfter: (a: A, b: A) => boolean,
): ReadonlyArray<A> =>
  list.toSpliced(
    firstIndex(list, each => isAfter(each, one)),
    0,
    one,
  )

/** The first index from which on something holds, in a list where it holds from some index on. O(log n). */
export const firstIndex = <A>(list: ReadonlyArray<A>, holds: (each: A) => boolean): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(list[middle] as A)) high = middle
    else low = middle + 1
  }
  return low
}
