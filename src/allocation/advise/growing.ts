import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Flaw, RankedProblem, Solution } from '../../matching/index.ts'
import { type Candidate, live } from '../../matching/live/index.ts'

/** Columns added one after the other, and what each gained. */
export interface Growing {
  /** Adds the column whose key is greatest, if that is above 0, and names it. The key must not fall with the gain. */
  readonly add: (keyOf: (gain: number, at: number) => number) => number | null
  readonly chosen: ReadonlyArray<number>
  readonly gains: ReadonlyArray<number>
}

/**
 * A matching to which columns are added, best first. `first`: what each would gain by itself; gains only fall as
 * columns are added, so a column is tried again only while its last gain leads.
 *
 * Source: Minoux, *Accelerated greedy algorithms*, LNCIS 7 (1978).
 */
export const growing = (
  ranked: RankedProblem,
  solution: Solution,
  candidates: ReadonlyArray<Candidate>,
  first: ReadonlyArray<number>,
): Either<Flaw, Growing> => {
  const town = live(ranked, solution)
  if (town._tag === 'Left') return town
  const open = new Map(first.map((gain, at) => [at, gain]))
  const chosen: Array<number> = []
  const gains: Array<number> = []
  const add = (keyOf: (gain: number, at: number) => number): number | null => {
    for (;;) {
      const { at, second } = leader(open, keyOf)
      const added = town.right.insertColumn(candidates[at] ?? [])
      if (at < 0 || added._tag === 'Left') return null
      const placed = added.right.moves.find(({ from }) => from === -1)
      const gain = placed === undefined ? 0 : (ranked.weights[ranked.rank[placed.row] as number] as number)
      const key = keyOf(gain, at)
      if (key > 0 && key >= second) {
        open.delete(at)
        chosen.push(at)
        gains.push(gain)
        return at
      }
      town.right.removeColumn(added.right.column)
      open.set(at, gain)
    }
  }
  return E.right({ add, chosen, gains })
}

/** Whose key is greatest and above 0 (−1: nobody's is), and the key that comes next. */
const leader = (
  open: ReadonlyMap<number, number>,
  keyOf: (gain: number, at: number) => number,
): { readonly at: number; readonly second: number } => {
  let [at, key, second] = [-1, 0, 0]
  for (const [each, gain] of open) {
    const own = keyOf(gain, each)
    if (own > key) [at, key, second] = [each, own, key]
    else if (own > second) second = own
  }
  return { at, second }
}
