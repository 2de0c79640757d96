import type { Lazy } from 'fp-ts/function'
import type { Seeker } from '../../domain/household.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Solution } from '../../matching/index.ts'
import { type Candidate, type MarginalValue, marginalValues } from '../../matching/live/index.ts'
import type { Home } from '../home.ts'
import type { Problem } from '../problem.ts'
import { type HousedWith, housedWith } from './bids.ts'
import { type Line, lineOf } from './line.ts'
import { type Asking, askingIn } from './missed.ts'
import { pairsByColumn } from './solution-of.ts'

/** A problem and its proven solution, with what several explanations share, found once it is asked for. */
export interface Case {
  readonly problem: Problem
  readonly solution: Solution
  readonly seekerAt: (row: number) => Seeker
  readonly homeAt: (column: number) => Home
  readonly idsOf: (rows: ReadonlyArray<number>) => ReadonlyArray<HouseholdId>
  /** The flats that rows have, by id. */
  readonly flatsOf: (rows: ReadonlyArray<number>) => ReadonlyArray<FlatId>
  /** What the allocation loses with each home. */
  readonly losses: Lazy<ReadonlyArray<MarginalValue>>
  readonly line: Lazy<Line>
  readonly asking: Lazy<Asking>
  readonly housedWith: Lazy<HousedWith>
  /** Who may have each home. */
  readonly byColumn: Lazy<ReadonlyArray<Candidate>>
}

export const caseOf = (problem: Problem, solution: Solution): Case => {
  const asking = once(() => askingIn(problem))
  return {
    problem,
    solution,
    seekerAt: row => problem.seekers[row] as Seeker,
    homeAt: column => problem.homes[column] as Home,
    idsOf: onceEach(rows => rows.map(row => (problem.seekers[row] as Seeker).household.id)),
    flatsOf: onceEach(rows => {
      const flats = rows.map(row => (problem.homes[solution.columnOf[row] as number] as Home).flat.id)
      return [...new Set(flats)].sort()
    }),
    losses: once(() => {
      const values = marginalValues(problem.ranked, solution)
      return values._tag === 'Left' ? [] : values.right // does not fail for a proven solution
    }),
    line: once(() => lineOf(problem.ranked.graph, problem.ranked.rank, solution)),
    asking,
    housedWith: once(() => housedWith(problem, solution, asking())),
    byColumn: once(() => pairsByColumn(problem.ranked.graph)),
  }
}

export const once = <A>(find: Lazy<A>): Lazy<A> => {
  let found: { readonly value: A } | undefined
  return () => {
    found ??= { value: find() }
    return found.value
  }
}

/** For lists that several reasons share. */
const onceEach = <A, B extends object>(
  find: (list: ReadonlyArray<A>) => B,
): ((list: ReadonlyArray<A>) => B) => {
  const known = new WeakMap<ReadonlyArray<A>, B>()
  return list => {
    const found = known.get(list) ?? find(list)
    known.set(list, found)
    return found
  }
}
