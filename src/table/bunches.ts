/** Numbers of items, bunch by bunch: those of the k-th stand in `order` from `starts[k]` to where the next bunch starts. */
export interface Bunches {
  readonly starts: Int32Array
  readonly order: Int32Array
}

/**
 * Items by the bunch that each belongs to, in their order: `bunchOf` says for each item which, of so many. O(items +
 * bunches), by counting (Knuth, The Art of Computer Programming 3, 5.2, algorithm D).
 */
export const bunches = (bunchOf: Int32Array, many: number): Bunches => {
  const starts = new Int32Array(many + 1)
  for (const bunch of bunchOf) starts[bunch] = (starts[bunch] as number) + 1
  for (let k = 1; k <= many; k++) starts[k] = (starts[k] as number) + (starts[k - 1] as number)
  const order = new Int32Array(bunchOf.length)
  for (let item = bunchOf.length - 1; item >= 0; item--) {
    const start = (starts[bunchOf[item] as number] as number) - 1
    starts[bunchOf[item] as number] = start
    order[start] = item
  }
  return { starts, order }
}
