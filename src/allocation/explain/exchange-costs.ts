import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Solution } from '../../matching/index.ts'
import { live, type Move } from '../../matching/live/index.ts'
import type { Allocation } from '../allocation.ts'
import type { AllocationFlaw } from '../flaw.ts'
import { indexOf } from '../matching-of.ts'
import type { Problem } from '../problem.ts'
import { pairsOf, solutionOf } from './solution-of.ts'

/**
 * What an exchange would change: who would lose a home, who would gain one, and how many points of fit all
 * together would lose (below 0: gain).
 *
 * @category model
 */
export interface ExchangeCosts {
  readonly lose: ReadonlyArray<HouseholdId>
  readonly gain: ReadonlyArray<HouseholdId>
  readonly points: number
}

/**
 * The household may not live in the flat, or the flat is not on offer.
 *
 * @category errors
 */
export interface NotAllowed {
  readonly _tag: 'NotAllowed'
  readonly householdId: HouseholdId
  readonly flatId: FlatId
}

/**
 * What it would cost to give a household another flat that it may have, if everybody else were then placed as well
 * as can be. Two changes of a live matching, and not another solve: time O(pairs) at worst, for what is near by.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, exchangeCosts, type FlatId, type HouseholdId, pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const costs = F.pipe(pose(question), E.chainW(problem => exchangeCosts(problem, allocate(problem))('H2' as HouseholdId, 'F1' as FlatId)))
 * costs // => E.right({ lose: ['H1'], gain: ['H2'], points: 0 })
 * ```
 * @category explanations
 */
export const exchangeCosts =
  (problem: Problem, allocation: Allocation) =>
  (householdId: HouseholdId, flatId: FlatId): Either<AllocationFlaw | NotAllowed, ExchangeCosts> =>
    pipe(
      solutionOf(problem, allocation),
      E.chainW((solution): Either<AllocationFlaw | NotAllowed, ExchangeCosts> => {
        const row = indexOf(problem).rowOf.get(householdId)
        if (row === undefined) return E.left({ _tag: 'UnknownHousehold', householdId })
        const pair = pairsOf(problem.ranked.graph, row).find(
          ({ column }) => problem.homes[column]?.flat.id === flatId,
        )
        return pair === undefined
          ? E.left({ _tag: 'NotAllowed', householdId, flatId })
          : E.right(costsOfPair(problem, solution, row, pair.column))
      }),
    )

/** Both go, and the rest is best again; then they come back as a pair. */
export const costsOfPair = (
  problem: Problem,
  solution: Solution,
  row: number,
  column: number,
): ExchangeCosts =>
  costsOfMoves(
    problem,
    solution,
    [
      ['removeRow', row],
      ['removeColumn', column],
    ],
    [row, column],
  )

/** What there is less when a home is gone. */
export const costsOfColumn = (problem: Problem, solution: Solution, column: number): ExchangeCosts =>
  costsOfMoves(problem, solution, [['removeColumn', column]])

type Removal = readonly ['removeRow' | 'removeColumn', number]

const costsOfMoves = (
  problem: Problem,
  solution: Solution,
  removals: ReadonlyArray<Removal>,
  chosen?: readonly [row: number, column: number],
): ExchangeCosts => {
  const started = live(problem.ranked, solution)
  // neither fails: the solution is proven, and what is removed is there
  if (started._tag === 'Left') return { lose: [], gain: [], points: 0 }
  const moves = removals.flatMap(([remove, each]) => {
    const moved = started.right[remove](each)
    return moved._tag === 'Left' ? [] : moved.right
  })
  const after = new Map(moves.map(({ row, to }) => [row, to]))
  if (chosen !== undefined) after.set(...chosen)
  const changes = [...after].map(([row, to]): Move => ({ row, from: solution.columnOf[row] as number, to }))
  const idsWhere = (changed: (move: Move) => boolean): ReadonlyArray<HouseholdId> =>
    changes
      .filter(changed)
      .sort((a, b) => a.row - b.row)
      .flatMap(({ row }) => problem.seekers[row]?.household.id ?? [])
  const fitAt = (row: number, column: number): number =>
    pairsOf(problem.ranked.graph, row).find(pair => pair.column === column)?.fit ?? 0
  return {
    lose: idsWhere(({ from, to }) => from !== -1 && to === -1),
    gain: idsWhere(({ from, to }) => from === -1 && to !== -1),
    points: changes.reduce((sum, { row, from, to }) => sum + fitAt(row, from) - fitAt(row, to), 0),
  }
}
