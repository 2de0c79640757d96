import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Cents, type Flat, units } from '../../domain/flat.ts'
import { type RankedProblem, rankedProblem, type Solution, solve } from '../../matching/index.ts'
import type { Candidate } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { type AdviceStep, stepsOf } from './advise-steps.ts'
import { bestBundles } from './best-bundles.ts'
import { budgetBound, type Purchase, worthOf } from './budget-bound.ts'
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
 * price, `null` for flats on offer; pairs `[row, column]`. Most worth of rows that have a column, each column for as many
 * rows as it has units, prices of the columns used within `budget`.
 *
 * @category model
 */
export interface BudgetProgram {
  readonly worth: ReadonlyArray<number>
  readonly prices: ReadonlyArray<number | null>
  readonly units: ReadonlyArray<number>
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
  const { counts, ranked, base } = countedIn(problem)
  const prices = flats.map(monthlyRent)
  const unitsOf = flats.map(units)
  const purchase = { ranked, solution: base, candidates, units: unitsOf, prices, budget }
  const found = unitsOf.every(each => each === 1) ? budgetBound(purchase) : bestBundles(purchase)
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

  const answer = solver.choose(programOf(purchase))
  if (answer === null) return E.left({ _tag: 'SolverFailed', by: solver.name, stated: null, found: value })
  const columns = answer.columns.map(column => column - ranked.graph.columns)
  const stated = answer.value - worthPlaced(ranked, base)
  const reached = worthOf(purchase, columns)
  if (E.isLeft(reached)) return reached
  return reached.right !== stated || reached.right < value
    ? E.left({ _tag: 'SolverFailed', by: solver.name, stated, found: reached.right })
    : choiceOf(columns, reached.right, reached.right === bound ? null : solver.name)
}

/** A problem with weights that count persons or households, and its solution. */
export interface Counted {
  readonly counts: BudgetChoice['counts']
  readonly ranked: RankedProblem
  readonly base: Solution
}

/** Persons, if every rank has households of one size and sizes fall along the ranks; else households. */
export const countedIn = ({ seekers, ranked: { graph, rank, weights } }: Problem): Counted => {
  const sizes = Array.from(weights, () => 0)
  const alike = seekers.every(({ household: { members } }, row) => {
    const at = rank[row] as number
    const known = sizes[at] as number
    sizes[at] = members.length
    return known === 0 || known === members.length
  })
  const byPersons = alike && sizes.every((size, at) => at === 0 || size <= (sizes[at - 1] as number))
  const counted = rankedProblem(graph, rank, { weights: byPersons ? sizes : sizes.map(() => 1) })
  // a problem that could be posed can be posed with any weights that do not rise
  const ranked = (counted as Extract<typeof counted, { readonly _tag: 'Right' }>).right
  return { counts: byPersons ? 'persons' : 'households', ranked, base: solve(ranked) }
}

const worthPlaced = ({ weights }: RankedProblem, { totals }: Solution): number =>
  totals.placedByClass.reduce((sum, placed, at) => sum + placed * (weights[at] as number), 0)

const programOf = ({
  ranked: { graph, rank, weights },
  candidates,
  units: unitsOf,
  prices,
  budget,
}: Purchase): BudgetProgram => {
  const pairs: Array<readonly [number, number]> = []
  for (let row = 0; row < graph.rows; row++)
    for (let k = graph.offsets[row] as number; k < (graph.offsets[row + 1] as number); k++)
      pairs.push([row, graph.heads[k] as number])
  for (const [at, candidate] of candidates.entries())
    for (const [row] of candidate) pairs.push([row, graph.columns + at])
  const onOffer = Array.from({ length: graph.columns }, () => 1)
  return {
    worth: Array.from(rank, each => weights[each] as number),
    prices: [...onOffer.map(() => null), ...prices],
    units: [...onOffer, ...unitsOf],
    pairs,
    budget,
  }
}
