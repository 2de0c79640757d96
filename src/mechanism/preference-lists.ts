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

const digit = 16

/**
 * Pairs by owner, and by key within an owner; where keys are equal they stay in the order of their numbers. A radix
 * sort from the last digit: the low half of the key, its high half, the owner.
 *
 * Source: Knuth, *The Art of Computer Programming* 3, 5.2.5.
 */
const grouped = (owner: Int32Array, owners: number, key: Int32Array): Int32Array => {
  const greatest = key.reduce((most, each) => Math.max(most, each), 0)
  const mask = 2 ** digit - 1
  let pairs = new Int32Array(key.length).map((_, k) => k)
  if (greatest > 0) pairs = distributed(pairs, Math.min(greatest, mask) + 1, k => (key[k] as number) & mask)
  if (greatest > mask) pairs = distributed(pairs, (greatest >> digit) + 1, k => (key[k] as number) >> digit)
  return distributed(pairs, owners, k => owner[k] as number)
}

/** One pass of the sort: stable, into buckets by number. */
const distributed = (
  pairs: Int32Array,
  buckets: number,
  bucketOf: (pair: number) => number,
): Int32Array<ArrayBuffer> => {
  const next = new Int32Array(buckets + 1)
  for (const pair of pairs) next[bucketOf(pair) + 1] = (next[bucketOf(pair) + 1] as number) + 1
  for (let at = 0; at < buckets; at++) next[at + 1] = (next[at + 1] as number) + (next[at] as number)
  const sorted = new Int32Array(pairs.length)
  for (const pair of pairs) sorted[(next[bucketOf(pair)] as number)++] = pair
  return sorted
}
