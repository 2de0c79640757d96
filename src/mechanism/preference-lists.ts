import type { Graph } from '../matching/graph.ts'
import { startsOf } from '../matching/transpose.ts'
import { tailsOf } from './pair.ts'

/** Pairs by who ranks them, best first: the list of owner `i` is `pairs[offsets[i]]` to `pairs[offsets[i + 1] − 1]`. */
export interface PreferenceLists {
  readonly offsets: Int32Array
  readonly pairs: Int32Array
}

/** What each row wishes: the greatest fit first; of equal fits, the lower column. Time and space O(pairs). */
export const rowLists = (graph: Graph): PreferenceLists => {
  const greatest = graph.fit.reduce((most, fit) => Math.max(most, fit), 0)
  const loss = graph.fit.map(fit => greatest - fit)
  return { offsets: graph.offsets, pairs: grouped(tailsOf(graph), graph.rows, loss) }
}

/** Whom each column puts first: the lowest rank; of equal ranks, the lower row. Time and space O(pairs). */
export const columnLists = ({ columns, heads }: Graph, rank: Int32Array): PreferenceLists => ({
  offsets: startsOf(columns, heads, 1),
  pairs: grouped(heads, columns, rank),
})

/**
 * Pairs by owner, and by key within an owner; where keys are equal they stay in the order of their numbers. A radix
 * sort from the last digit: the low half of the key, its high half, the owner.
 *
 * Source: Knuth, *The Art of Computer Programming* 3, 5.2.5.
 */
const grouped = (owner: Int32Array, owners: number, key: Int32Array): Int32Array => {
  let greatest = 0
  for (const each of key) if (each > greatest) greatest = each
  let pairs = new Int32Array(key.length)
  for (let k = 0; k < pairs.length; k++) pairs[k] = k
  if (greatest > 0) pairs = distributed(pairs, key, 0, Math.min(greatest, 0xffff))
  if (greatest > 0xffff) pairs = distributed(pairs, key, 16, greatest >> 16)
  return distributed(pairs, owner, 0, owners, -1)
}

/** One pass of the sort, by some digits of a number per pair: `most` is the greatest that they can say. Stable. */
const distributed = (
  pairs: Int32Array,
  numbers: Int32Array,
  shift: number,
  most: number,
  mask = 0xffff,
): Int32Array<ArrayBuffer> => {
  // digits by shift and mask: with a function for them it takes several times as long
  const next = new Int32Array(most + 2)
  for (const each of numbers) {
    const digits = (each >> shift) & mask
    next[digits + 1] = (next[digits + 1] as number) + 1
  }
  for (let at = 0; at <= most; at++) next[at + 1] = (next[at + 1] as number) + (next[at] as number)
  const sorted = new Int32Array(pairs.length)
  for (const pair of pairs) {
    const digits = ((numbers[pair] as number) >> shift) & mask
    const place = next[digits] as number
    sorted[place] = pair
    next[digits] = place + 1
  }
  return sorted
}
