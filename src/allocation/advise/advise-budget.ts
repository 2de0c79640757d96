import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Cents, Flat } from '../../domain/flat.ts'
import { type RankedProblem, rankedProblem, type Solution, solve } from '../../matching/index.ts'
import type { Candidate } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { type AdviceStep, stepsOf } from './advise-steps.ts'
import { budgetBound, worthOf } from './budget-bound.ts'
import { type AdviceError, monthlyRent } from './candidates.ts'

/**
 * What a monthly budget buys: flats within it, and who is housed in addition. `counts`: what is made as many as can
 * be. Persons, where the ranking puts larger households first; else households, as then a choice for persons would
 * count on people whom the ranking does not house. `value`: how many there are; `bound`: no choice within the budget
 * reaches more. If the two are equal the choice is proven best; else `attestedBy` names the solver that says it is
 * (`null`: nobody does).
 *
 * @category model
 */
export interface BudgetChoice {
  readonly budget: Cents
  readonly spent: Cents
  readonly counts: 'persons' | 'households'
  readonly value: number
  readonly bound: number
  readonly attestedBy: string | null
  readonly steps: ReadonlyArray<AdviceStep>
}

/**
 * The choice of flats within a budget as numbers: rows (households) with their worth and columns (flats) with their
 * price, `null` for flats on offer; pairs `[row, column]`. Most worth of rows that have a column, each column for one
 * row, prices of the columns used within `budget`.
 *
 * @category model
 */
export interface BudgetProgram {
  readonly worth: ReadonlyArray<number>
  readonly prices: ReadonlyArray<number | null>
  readonly pairs: ReadonlyArray<readonly [row: number, column: number]>
  readonly budget: number
}

/**
 * A solver of {@link BudgetProgram}s: the columns to pay for, and what it says they reach in all. `null` if it
 * finds nothing.
 *
 * @category model
 */
export interface BudgetSolver {
  readonly name: string
  /** The best columns to pay for. */
  readonly choose: (
    program: BudgetProgram,
  ) => { readonly columns: ReadonlyArray<number>; readonly value: number } | null
}

/** The best choice within a budget: by a solver if there is one, else by the bound's own choices. */
export const withinBudget = (
  problem: Problem,
  solution: Solution,
  flats: ReadonlyArray<Flat>,
  candidates: ReadonlyArray<Candidate>,
  budget: Cents,
  solver: BudgetSolver | undefined,
): Either<AdviceError, BudgetChoice> => {
  const prices = flats.map(monthlyRent)
  const { counts, weights } = countingIn(problem)
  const { graph, rank } = problem.ranked
  const counted = rankedProblem(graph, rank, { weights })
  // a problem that could be posed can be posed with any weights that fall
  if (counted._tag === 'Left') return E.left({ _tag: 'BadBudget', found: budget })
  const base = solve(counted.right)
  const found = budgetBound({ ranked: counted.right, solution: base, candidates, prices, budget })
  if (E.isLeft(found)) return found
  const { bound, value, chosen } = found.right

  const choiceOf = (columns: ReadonlyArray<number>, reached: number, attestedBy: string | null) =>
    pipe(
      stepsOf(problem, solution, flats, candidates, columns),
      E.map((steps): BudgetChoice => {
        const spent = steps.reduce((sum, { rent }) => sum + rent, 0)
        return { budget, spent, counts, value: reached, bound, attestedBy, steps }
      }),
    )
  if (solver === undefined || value === bound) return choiceOf(chosen, value, null)

  const answer = solver.choose(programOf(counted.right, candidates, prices, budget))
  if (answer === null) return E.left({ _tag: 'SolverFailed', by: solver.name, stated: null, found: value })
  const columns = answer.columns.map(column => column - graph.columns)
  const stated = answer.value - worthPlaced(counted.right, base)
  const reached = worthOf({ ranked: counted.right, solution: base, candidates, prices, budget }, columns)
  if (E.isLeft(reached)) return reached
  return reached.right !== stated || reached.right < value
    ? E.left({ _tag: 'SolverFailed', by: solver.name, stated, found: reached.right })
    : choiceOf(columns, reached.right, reached.right === bound ? null : solver.name)
}

/** Persons, if every rank has households of one size and sizes fall along the ranks; else households. */
const countingIn = ({
  seekers,
  ranked: { rank, weights },
}: Problem): { readonly counts: BudgetChoice['counts']; readonly weights: ReadonlyArray<number> } => {
  const sizes = Array.from(weights, () => 0)
  const alike = seekers.every(({ household: { members } }, row) => {
    const at = rank[row] as number
    const known = sizes[at] as number
    sizes[at] = members.length
    return known === 0 || known === members.length
  })
  return alike && sizes.every((size, at) => at === 0 || size <= (sizes[at - 1] as number))
    ? { counts: 'persons', weights: sizes }
    : { counts: 'households', weights: sizes.map(() => 1) }
}

const worthPlaced = ({ weights }: RankedProblem, { totals }: Solution): number =>
  totals.placedByClass.reduce((sum, placed, at) => sum + placed * (weights[at] as number), 0)

const programOf = (
  { graph, rank, weights }: RankedProblem,
  candidates: ReadonlyArray<Candidate>,
  prices: ReadonlyArray<number>,
  budget: number,
): BudgetProgram => {
  const pairs: Array<readonly [number, number]> = []
  for (let row = 0; row < graph.rows; row++)
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++)
      pairs.push([row, graph.heads[k] as number])
  for (const [at, candidate] of candidates.entries())
    for (const [row] of candidate) pairs.push([row, graph.columns + at])
  return {
    worth: Array.from(rank, each => weights[each] as number),
    prices: [...Array.from({ length: graph.columns }, () => null), ...prices],
    pairs,
    budget,
  }
}
