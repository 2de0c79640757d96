import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { AllocationFlaw } from '../flaw.ts'
import { verifyInTurn } from '../in-turn/verify-in-turn.ts'
import { indexOf, matchingOf } from '../matching-of.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem.ts'
import { caseOf } from './explain-case.ts'
import { reasonOfFlat } from './explain-flat.ts'
import { reasonOfRow } from './explain-household.ts'
import { caseInTurn } from './in-turn/case-in-turn.ts'
import { reasonOfFlatInTurn } from './in-turn/flat-in-turn.ts'
import { reasonOfRowInTurn } from './in-turn/household-in-turn.ts'
import type { FlatReason, HouseholdReason } from './reason.ts'
import { solutionOf } from './solution-of.ts'

/**
 * The reasons for an allocation, household by household and flat by flat.
 *
 * @category model
 */
export interface Explanations {
  /** Why the household has its flat, or has none. */
  readonly household: (id: HouseholdId) => Either<AllocationFlaw, HouseholdReason>
  /** Who has the flat, or why it stays empty. */
  readonly flat: (id: FlatId) => Either<AllocationFlaw, FlatReason>
}

/**
 * Why a household has its flat, or has none; who has a flat, or why it stays empty. Every reason follows from the
 * proof of the allocation, which is checked first: fails if it does not hold, or for who is not in the problem. Under a
 * policy that allocates in turn there is no proof: reasons follow from the walk down the list, which is checked instead.
 *
 * Time O(pairs + n · log n) once for n households and flats, and O(flats × rules) once for all households that ask the
 * same of every rule. Then: placed, two changes of a live matching (O(pairs)); without a flat, O(households + flats),
 * and, where no flat fits, a few checks of rules for each flat until one more of it would do; a flat, O(households).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, explain, type HouseholdId, type FlatId, pose, sentenceIn, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const explained = F.pipe(pose(question), E.map(problem => explain(problem, allocate(problem))))
 * F.pipe(explained, E.chainW(({ household }) => household('H2' as HouseholdId)), E.map(({ _tag }) => _tag)) // => E.right('Outranked')
 * const flat = F.pipe(explained, E.chainW(({ flat }) => flat('F1' as FlatId)), E.map(sentenceIn('de')))
 * flat // => E.right('F1 geht an H1 (0 Punkte). Würde sie frei, käme H2 zum Zug.')
 * ```
 * @category explanations
 */
export const explain = (problem: Problem, allocation: Outcome): Explanations => {
  const reasons =
    problem.policy.procedure === 'in turn' ? inTurn(problem, allocation) : best(problem, allocation)
  const { rowOf } = indexOf(problem)
  return {
    household: householdId =>
      pipe(
        reasons,
        E.chain(({ ofRow }) => {
          const row = rowOf.get(householdId)
          return row === undefined ? E.left({ _tag: 'UnknownHousehold', householdId }) : E.right(ofRow(row))
        }),
      ),
    flat: flatId =>
      pipe(
        reasons,
        E.chain(({ ofFlat }) => {
          const columns = problem.homes.flatMap(({ flat }, column) => (flat.id === flatId ? [column] : []))
          return columns.length === 0
            ? E.left({ _tag: 'UnknownFlat', flatId, room: 0 })
            : E.right(ofFlat(flatId, columns))
        }),
      ),
  }
}

interface Reasons {
  readonly ofRow: (row: number) => HouseholdReason
  readonly ofFlat: (flatId: FlatId, columns: ReadonlyArray<number>) => FlatReason
}

const best = (problem: Problem, allocation: Outcome): Either<AllocationFlaw, Reasons> =>
  pipe(
    solutionOf(problem, allocation),
    E.map(solution => {
      const of = caseOf(problem, solution)
      return {
        ofRow: row => reasonOfRow(of, row),
        ofFlat: (flatId, columns) => reasonOfFlat(of, flatId, columns),
      }
    }),
  )

const inTurn = (problem: Problem, outcome: Outcome): Either<AllocationFlaw, Reasons> =>
  pipe(
    verifyInTurn(problem, outcome),
    E.chain(() => matchingOf(problem, outcome)),
    E.map(matching => {
      const of = caseInTurn(problem, matching)
      return {
        ofRow: row => reasonOfRowInTurn(of, row),
        ofFlat: (flatId, columns) => reasonOfFlatInTurn(of, flatId, columns),
      }
    }),
  )
