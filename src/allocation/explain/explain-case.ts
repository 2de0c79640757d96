import type { Lazy } from 'fp-ts/function'
import type { Seeker } from '../../domain/household.ts'
import type { Solution } from '../../matching/index.ts'
import { type MarginalValue, marginalValues } from '../../matching/live/index.ts'
import type { Home } from '../home.ts'
import type { Problem } from '../problem.ts'
import { type Line, lineOf } from './line.ts'

/** A problem and its proven solution, with what several explanations share, found once it is asked for. */
export interface Case {
  readonly problem: Problem
  readonly solution: Solution
  readonly seekerAt: (row: number) => Seeker
  readonly homeAt: (column: number) => Home
  /** What the allocation loses with each home. */
  readonly losses: Lazy<ReadonlyArray<MarginalValue>>
  readonly line: Lazy<Line>
}

export const caseOf = (problem: Problem, solution: Solution): Case => ({
  problem,
  solution,
  seekerAt: row => problem.seekers[row] as Seeker,
  homeAt: column => problem.homes[column] as Home,
  losses: once(() => {
    const values = marginalValues(problem.ranked, solution)
    return values._tag === 'Left' ? [] : values.right // does not fail for a proven solution
  }),
  line: once(() => lineOf(problem.ranked.graph, problem.ranked.rank, solution)),
})

const once = <A>(find: Lazy<A>): Lazy<A> => {
  let found: { readonly value: A } | undefined
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
