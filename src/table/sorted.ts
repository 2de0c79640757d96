/** The empty list of every row: one for all, for there are hundreds of thousands. */
export const none: ReadonlyArray<never> = /* @__PURE__ */ Object.freeze([])

/** A list in order, with one more; behind those that stand as far. Most that is entered comes last. O(length) */
export const inserted = <A>(
  list: ReadonlyArray<A>,
  one: A,
  isAfter: (a: A, b: A) => boolean,
): ReadonlyArray<A> => {
  let at = list.length
  while (at > 0 && isAfter(list[at - 1] as A, one)) at -= 1
  return withOne(list, at, one)
}

/** A list with one more at a place. By hand, for many a list is frozen, and what the language offers is slow on those. */
export const withOne = <A>(list: ReadonlyArray<A>, at: number, one: A): ReadonlyArray<A> => {
  const longer = new Array<A>(list.length + 1)
  for (let k = 0; k < at; k++) longer[k] = list[k] as A
  longer[at] = one
  for (let k = at; k < list.length; k++) longer[k + 1] = list[k] as A
  return longer
}

/** A list with another one at a place, by hand as {@link withOne}. */
export const withOther = <A>(list: ReadonlyArray<A>, at: number, other: A): ReadonlyArray<A> => {
  const copy = new Array<A>(list.length)
  for (let k = 0; k < list.length; k++) copy[k] = k === at ? other : (list[k] as A)
  return copy
}

/** A list without the one at a place, by hand as {@link withOne}; of -1, without none. Most lists of a log hold one. */
export const withoutOne = <A>(list: ReadonlyArray<A>, at: number): ReadonlyArray<A> => {
  if (at < 0) return list
  if (list.length === 1) return none
  const shorter = new Array<A>(list.length - 1)
  for (let k = 0; k < at; k++) shorter[k] = list[k] as A
  for (let k = at + 1; k < list.length; k++) shorter[k - 1] = list[k] as A
  return shorter
}

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
