// Small instances on which mechanisms fall short, by mechanism and property; what each shows, and with which wishes.
import { graphOf, type Instance, type Wishes } from './instances.ts'

/** With what sort of wishes the counterexample works: a row of one wish is strict and binary at once. */
export interface Counterexample {
  readonly wishes: ReadonlyArray<Wishes>
  readonly instance: Instance
}

type Pairs = ReadonlyArray<readonly [column: number, fit: number]>

const given = (rows: ReadonlyArray<Pairs>, change: Partial<Instance> = {}): Instance => {
  const graph = graphOf(rows)
  return {
    graph,
    order: rows.map((_, row) => row),
    endowment: rows.map(() => -1),
    priorities: rows.flatMap((pairs, row) => pairs.map(() => row)),
    sizes: rows.map((_, row) => rows.length - row),
    ...change,
  }
}

const strict = (instance: Instance): Counterexample => ({ wishes: ['strict'], instance })
const binary = (instance: Instance): Counterexample => ({ wishes: ['binary'], instance })
const both = (instance: Instance): Counterexample => ({ wishes: ['strict', 'binary'], instance })

const one: Pairs = [[0, 1]]
const firstOfTwo: Pairs = [[0, 2], [1, 1]] // biome-ignore format: as a list of wishes
const secondOfTwo: Pairs = [[0, 1], [1, 2]] // biome-ignore format: as a list of wishes
const either: Pairs = [[0, 1], [1, 1]] // biome-ignore format: as a list of wishes

/** Row 0 comes first and takes the only column that row 1 accepts, though it accepts another one. */
const takesTheOnlyOne = strict(given([firstOfTwo, one]))
/** The same, where it does not even like that one better. */
const takesTheOnlyOneOfTwo = binary(given([either, one]))
/** Row 0 comes first; row 1 lives in the only column that there is. */
const wantsTheHome = both(given([one, one], { endowment: [-1, 0] }))
/** Rows 0 and 1 would rather swap, but at column 0 row 2 comes before row 1. */
const noSwapForThird = strict(
  given(
    [
      [[1, 3], [0, 2], [2, 1]],
      [[0, 3], [1, 2], [2, 1]],
      [[0, 3], [1, 2], [2, 1]],
    ], // biome-ignore format: a table of wishes
    // by pair, columns ascending: column 0 puts rows 0, 2, 1 in this order, columns 1 and 2 rows 1, 0, 2
    { priorities: [0, 1, 0, 2, 0, 1, 1, 2, 2] },
  ),
)
/** Each row likes best the column that puts the other row first. */
const crossed = strict(given([firstOfTwo, secondOfTwo], { priorities: [1, 0, 0, 1] }))

/** Mechanism → property → cases; those of one property in which several mechanisms fail are the same. */
export const counterexamples: Readonly<
  Record<string, Readonly<Record<string, ReadonlyArray<Counterexample>>>>
> = {
  serialDictatorship: {
    'most placed': [takesTheOnlyOne, takesTheOnlyOneOfTwo],
    'Pareto-efficient': [takesTheOnlyOneOfTwo],
    'no tenant loses': [wantsTheHome],
  },
  firstComeFirstServed: {
    'most placed': [takesTheOnlyOne, takesTheOnlyOneOfTwo],
    'Pareto-efficient': [takesTheOnlyOneOfTwo],
    'no tenant loses': [wantsTheHome],
  },
  topTradingCycles: {
    'most placed': [takesTheOnlyOne, takesTheOnlyOneOfTwo],
    'no justified envy': [wantsTheHome],
    'Pareto-efficient': [takesTheOnlyOneOfTwo],
    stable: [wantsTheHome],
  },
  'deferredAcceptance, rows propose': {
    'most placed': [takesTheOnlyOne, takesTheOnlyOneOfTwo],
    'Pareto-efficient': [noSwapForThird, takesTheOnlyOneOfTwo],
    'no tenant loses': [wantsTheHome],
  },
  'deferredAcceptance, columns propose': {
    'most placed': [takesTheOnlyOne, takesTheOnlyOneOfTwo],
    'Pareto-efficient': [crossed, takesTheOnlyOneOfTwo],
    'no tenant loses': [wantsTheHome],
    'strategy-proof': [crossed],
  },
  maximumStable: {
    'no justified envy': [takesTheOnlyOne],
    'no tenant loses': [wantsTheHome],
    stable: [takesTheOnlyOne],
    'strategy-proof': [takesTheOnlyOne],
  },
  solve: {
    'no justified envy': [takesTheOnlyOne],
    'no tenant loses': [wantsTheHome],
    stable: [takesTheOnlyOne],
    'strategy-proof': [takesTheOnlyOne],
  },
}
