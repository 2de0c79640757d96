import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Cents, type Flat, units } from '../../domain/flat.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import { type Solution, solve } from '../../matching/index.ts'
import { additions, bestAdditions, type Candidate, live, type Move } from '../../matching/live/index.ts'
import type { Problem } from '../problem.ts'
import { type BudgetChoice, type BudgetSolver, countedIn, withinBudget } from './advise-budget.ts'
import { type AdviceStep, stepsOf } from './advise-steps.ts'
import { bestBundles } from './best-bundles.ts'
import { bundle } from './bundle.ts'
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
 * What renting one flat would do, by itself: who would be housed in addition (let by rooms: perhaps several), how many
 * persons they are, and who would move in or on to make room. `personsPerEuro` of monthly rent; 0 where nobody is
 * housed, infinite where the rent is 0.
 *
 * @category model
 */
export interface CandidateAdvice {
  readonly flatId: FlatId
  readonly rent: Cents
  readonly houses: ReadonlyArray<HouseholdId>
  readonly persons: number
  readonly personsPerEuro: number
  readonly moves: ReadonlyArray<{ readonly householdId: HouseholdId; readonly to: FlatId }>
}

/**
 * Which flat to rent next. `each`: the candidates one by one, in their order. `best`: the best `k`, and the first of
 * them are the best of fewer, too; fewer than `k` if more would house nobody. `budget`: what a monthly budget buys.
 *
 * `gap`: how many more another `k` might house at most. 0 if all candidates are let whole, and wherever the search came
 * to its end.
 *
 * @category model
 */
export interface Advice {
  readonly each: ReadonlyArray<CandidateAdvice>
  readonly best: ReadonlyArray<AdviceStep>
  readonly gap: number
  readonly budget: BudgetChoice | null
}

/**
 * Which of some flats, such as listings, the town should rent next. Exact: best is what houses the best set by the
 * ranking, as many households as any choice of `k` can, and, ranked by persons, the most persons; then fit decides.
 *
 * Flats let by rooms come with all their rooms. What each does by itself is exact; the best `k` of them is maximum
 * coverage, which no method solves both exactly and fast for all. Then `best` is what houses most (persons, where the
 * ranking puts larger households first, else households) by a search that is exact as far as it gets, and `gap` says how
 * much that leaves open; the first of them need not be best of fewer.
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
 * F.pipe(advice, E.map(({ best }) => best)) // => E.right([{ flatId: 'F2', rent: 35000, houses: ['H2'], persons: 1 }])
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
  return pipe(
    E.Do,
    E.bind('each', () => oneByOne(problem, solution, flats, candidates.right)),
    E.bind('found', () => bestOf(problem, solution, flats, candidates.right, k)),
    E.bind('budget', () =>
      monthlyBudget === undefined
        ? E.right(null)
        : withinBudget(problem, solution, flats, candidates.right, monthlyBudget, solver),
    ),
    E.map(({ each, found: { best, gap }, budget }) => ({ each, best, gap, budget })),
  )
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
      const moves =
        units(flat) === 1
          ? (found.right[at]?.moves ?? [])
          : movesWithAll(problem, solution, bundle(candidates, flats.map(units), at))
      const rent = monthlyRent(flat)
      const households = moves.flatMap(({ row, from }) => (from === -1 ? [seekers[row]?.household] : []))
      const persons = households.reduce((sum, each) => sum + (each?.members.length ?? 0), 0)
      return {
        flatId: flat.id,
        rent,
        houses: households.flatMap(each => each?.id ?? []),
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

/** Who has moved once all of some columns are there. */
const movesWithAll = (
  { ranked }: Problem,
  solution: Solution,
  columns: ReadonlyArray<Candidate>,
): ReadonlyArray<Move> => {
  const town = live(ranked, solution)
  if (town._tag === 'Left') return [] // does not fail for what was just solved
  const now = new Map<number, number>()
  for (const pairs of columns) {
    const inserted = town.right.insertColumn(pairs)
    if (inserted._tag === 'Right') for (const { row, to } of inserted.right.moves) now.set(row, to)
  }
  return [...now]
    .map(([row, to]): Move => ({ row, from: solution.columnOf[row] as number, to }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => a.row - b.row)
}

const bestOf = (
  problem: Problem,
  solution: Solution,
  flats: ReadonlyArray<Flat>,
  candidates: ReadonlyArray<Candidate>,
  k: number,
): Either<AdviceError, Pick<Advice, 'best' | 'gap'>> => {
  const steps = (chosen: ReadonlyArray<number>, gap: number) =>
    pipe(
      stepsOf(problem, solution, flats, candidates, chosen),
      E.map(best => ({ best, gap })),
    )
  if (flats.every(flat => units(flat) === 1)) {
    const found = bestAdditions(problem.ranked, solution, candidates, k)
    if (found._tag === 'Left') return found
    // gains only fall: those who only better the fit come last
    return steps(
      found.right.chosen.flatMap(({ candidate, gain }) => (gain.rank > 0 ? [candidate] : [])),
      0,
    )
  }
  const { ranked, base } = countedIn(problem)
  return pipe(
    bestBundles({
      ranked,
      solution: base,
      candidates,
      units: flats.map(units),
      prices: flats.map(() => 1),
      budget: k,
    }),
    E.chain(({ chosen, value, bound }) => steps(chosen, bound - value)),
  )
}
