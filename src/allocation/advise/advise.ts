import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Cents, Flat } from '../../domain/flat.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import { type Solution, solve } from '../../matching/index.ts'
import { additions, bestAdditions, type Candidate } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { type BudgetChoice, type BudgetSolver, withinBudget } from './advise-budget.ts'
import { type AdviceStep, stepsOf } from './advise-steps.ts'
import { type AdviceError, candidatesOf, monthlyRent } from './candidates.ts'

/**
 * What {@link advise} is asked for: the best `k` flats, and the best within a monthly budget in cents, if one is given.
 *
 * @category model
 */
export interface AdviceOptions {
  readonly k: number
  readonly monthlyBudget?: Cents
  /** Finds the best within the budget exactly. Default: a choice and a bound, which leave a gap at most. */
  readonly solver?: BudgetSolver
}

/**
 * What renting one flat would do, by itself: who would be housed in addition (`null`: nobody), how many persons they
 * are, and who would move to make room. `personsPerEuro` of monthly rent; 0 where nobody is housed,
 * infinite where the rent is 0.
 *
 * @category model
 */
export interface CandidateAdvice {
  readonly flatId: FlatId
  readonly rent: Cents
  readonly houses: HouseholdId | null
  readonly persons: number
  readonly personsPerEuro: number
  readonly moves: ReadonlyArray<{ readonly householdId: HouseholdId; readonly to: FlatId }>
}

/**
 * Which flat to rent next. `each`: the candidates one by one, in their order. `best`: the best `k`, and the first of
 * them are the best of fewer, too; fewer than `k` if more would house nobody. `budget`: what a monthly budget buys.
 *
 * @category model
 */
export interface Advice {
  readonly each: ReadonlyArray<CandidateAdvice>
  readonly best: ReadonlyArray<AdviceStep>
  readonly budget: BudgetChoice | null
}

/**
 * Which of some flats, such as listings, the town should rent next. Exact: best is what houses the best set by the
 * ranking, as many households as any choice of `k` can, and, ranked by persons, the most persons; then fit decides.
 * The flats are thought of as let whole.
 *
 * Time O(households × candidates × rules + pairs + n · log n) for n households and flats, and two searches for each
 * candidate that is looked at; see `bestAdditions` of `einzug/matching/live` for why one after another is exact.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { advise, type Flat, pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const listing = { ...flats[0], id: 'F2' } as unknown as Flat
 * const advice = F.pipe(pose(question), E.chainW(problem => advise(problem, [listing], { k: 3 })))
 * F.pipe(advice, E.map(({ best }) => best)) // => E.right([{ flatId: 'F2', rent: 35000, houses: 'H2', persons: 1 }])
 * ```
 * @category advice
 */
export const advise = (
  problem: Problem,
  flats: ReadonlyArray<Flat>,
  { k, monthlyBudget, solver }: AdviceOptions,
): Either<AdviceError, Advice> => {
  if (!isCount(k)) return E.left({ _tag: 'BadCount', found: k })
  if (monthlyBudget !== undefined && !isCount(monthlyBudget))
    return E.left({ _tag: 'BadBudget', found: monthlyBudget })
  const candidates = candidatesOf(problem, flats)
  if (E.isLeft(candidates)) return candidates
  const solution = solve(problem.ranked)
  const each = oneByOne(problem, solution, flats, candidates.right)
  if (E.isLeft(each)) return each
  const best = bestOf(problem, solution, flats, candidates.right, k)
  if (E.isLeft(best)) return best
  if (monthlyBudget === undefined) return E.right({ each: each.right, best: best.right, budget: null })
  const budget = withinBudget(problem, solution, flats, candidates.right, monthlyBudget, solver)
  return E.isLeft(budget) ? budget : E.right({ each: each.right, best: best.right, budget: budget.right })
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const oneByOne = (
  problem: Problem,
  solution: Solution,
  flats: ReadonlyArray<Flat>,
  candidates: ReadonlyArray<Candidate>,
): Either<AdviceError, ReadonlyArray<CandidateAdvice>> => {
  const found = additions(problem.ranked, solution, candidates)
  if (found._tag === 'Left') return found
  const { seekers, homes } = problem
  return E.right(
    flats.map((flat, at): CandidateAdvice => {
      const { placed = -1, moves = [] } = found.right[at] ?? {}
      const rent = monthlyRent(flat)
      const { id: houses = null, members = [] } = seekers[placed]?.household ?? {}
      const persons = members.length
      return {
        flatId: flat.id,
        rent,
        houses,
        persons,
        personsPerEuro: persons === 0 ? 0 : (persons * 100) / rent,
        moves: moves.flatMap(({ row, to }) => {
          const householdId = seekers[row]?.household.id
          return householdId === undefined ? [] : [{ householdId, to: homes[to]?.flat.id ?? flat.id }]
        }),
      }
    }),
  )
}

const bestOf = (
  problem: Problem,
  solution: Solution,
  flats: ReadonlyArray<Flat>,
  candidates: ReadonlyArray<Candidate>,
  k: number,
): Either<AdviceError, ReadonlyArray<AdviceStep>> => {
  const found = bestAdditions(problem.ranked, solution, candidates, k)
  if (found._tag === 'Left') return found
  // gains only fall: those who only better the fit come last
  const chosen = found.right.chosen.flatMap(({ candidate, gain }) => (gain.rank > 0 ? [candidate] : []))
  return stepsOf(problem, solution, flats, candidates, chosen)
}
