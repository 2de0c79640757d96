import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Seeker } from '../../domain/household.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Matching } from '../../matching/index.ts'
import { accountedFor } from '../accounted-for.ts'
import type { AllocationFlaw } from '../flaw.ts'
import type { Home } from '../home.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem.ts'
import type { AllocationTotals } from '../totals.ts'

/**
 * Checks that an outcome is what walking down the list gives: every household is accounted for once, every placement
 * passes every rule and has the fit stated (judged afresh, pair by pair), all totals are right; and every home that a
 * household might have had and likes better went to one whose turn came before. That leaves one outcome only, so nobody
 * was moved afterwards, either. It says nothing of what is best. Uses nothing of the walk. Time O(pairs + placements ×
 * rules).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocateInTurn, pose, type Question, verifyInTurn } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'as they come', version: '1', rules: [], ranking: [], preferences: [], procedure: 'in turn' }
 * const posed = pose({ on: '2016-03-31', policy, seekers, flats } as unknown as Question)
 * const outcome = F.pipe(posed, E.map(allocateInTurn))
 * F.pipe(outcome, E.map(({ placements }) => placements)) // => E.right([{ householdId: 'H1', flatId: 'F1', room: 0, fit: 0 }])
 * const { placements, totals } = F.pipe(outcome, E.getOrElseW(() => { throw new Error() }))
 * const jumped = { placements: placements.map(each => ({ ...each, householdId: 'H2' as typeof each.householdId })), unplaced: ['H1' as never], totals }
 * F.pipe(posed, E.chainW(problem => verifyInTurn(problem, jumped))) // => E.left({ _tag: 'PassedOver', householdId: 'H1', flatId: 'F1', room: 0 })
 * ```
 * @category proofs
 */
export const verifyInTurn = (problem: Problem, outcome: Outcome): Either<AllocationFlaw, AllocationTotals> =>
  pipe(
    accountedFor(problem, outcome),
    E.chain(({ matching, totals }) => {
      const flaw = flawOfWalk(problem, matching)
      return flaw === undefined ? E.right(totals) : E.left(flaw)
    }),
  )

/** The first household, by id, that a better home was free for when its turn came, or whose home another has too. */
const flawOfWalk = (
  { ranked: { graph, rank }, seekers, homes }: Problem,
  { columnOf, rowOf }: Matching,
): AllocationFlaw | undefined => {
  const isBefore = (a: number, b: number): boolean =>
    rank[a] === rank[b] ? a < b : (rank[a] as number) < (rank[b] as number)
  const idOf = (row: number): HouseholdId => (seekers[row] as Seeker).household.id
  for (const [row, own] of columnOf.entries()) {
    if (own >= 0 && rowOf[own] !== row) return { _tag: 'HomeTwice', ...idsOf(homes[own] as Home) }
    const from = graph.offsets[row] as number
    const heads = graph.heads.subarray(from, graph.offsets[row + 1])
    const at = own < 0 ? -1 : heads.indexOf(own)
    const fit = at < 0 ? -1 : (graph.fit[from + at] as number)
    for (const [k, column] of heads.entries()) {
      const fitHere = graph.fit[from + k] as number
      // of homes that fit alike, that with the lower id comes first
      if (fitHere < fit || (fitHere === fit && column >= own)) continue
      const holder = rowOf[column] as number
      if (holder >= 0 && isBefore(holder, row)) continue
      return { _tag: 'PassedOver', householdId: idOf(row), ...idsOf(homes[column] as Home) }
    }
  }
  return undefined
}

const idsOf = ({ flat, room }: Home): { readonly flatId: FlatId; readonly room: number } => ({
  flatId: flat.id,
  room,
})
