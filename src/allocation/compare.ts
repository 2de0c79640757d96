import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { FlatId, HouseholdId } from '../domain/id.ts'
import { type Graph, graphFromRows, type Matching, rankedProblem, solve } from '../matching/index.ts'
import { firstComeFirstServed } from '../mechanism/index.ts'
import { fitOf } from '../rule/preference.ts'
import { missOf, type RuleFailure } from './explain/miss.ts'
import { pairsOf } from './explain/solution-of.ts'
import type { AllocationFlaw } from './flaw.ts'
import type { Home } from './home.ts'
import { turnsOf } from './in-turn/turns.ts'
import { indexOf, matchingOf } from './matching-of.ts'
import type { Outcome } from './outcome.ts'
import type { Placement } from './placement.ts'
import type { Problem } from './problem.ts'
import type { AllocationTotals } from './totals.ts'
import { totalsOf } from './totals.ts'

/**
 * A caseworker's choice against an allocation: this household gets that flat, or, with `null`, none. `proposeOverride`
 * puts it on record with its reason, and `overrideOf` reads it from there.
 *
 * @category model
 */
export interface PlacementOverride {
  readonly householdId: HouseholdId
  readonly flatId: FlatId | null
  readonly reason: string
}

/**
 * What an override changes for a household: it loses or gains a home, or moves to another flat; `fit` is what it gains
 * in points (below 0: loses), with no home counting 0.
 *
 * @category model
 */
export interface Affected {
  readonly householdId: HouseholdId
  readonly change: 'loses' | 'gains' | 'moves'
  readonly from: FlatId | null
  readonly to: FlatId | null
  readonly fit: number
}

/**
 * What an override costs: the rules that it breaks, everybody it affects, in the order of their ids, the totals before
 * and after, and the best completion, the overriding household included.
 *
 * @category model
 */
export interface OverrideComparison {
  readonly override: PlacementOverride
  readonly waived: ReadonlyArray<RuleFailure>
  readonly affected: ReadonlyArray<Affected>
  readonly before: AllocationTotals
  readonly after: AllocationTotals
  readonly placements: ReadonlyArray<Placement>
  readonly unplaced: ReadonlyArray<HouseholdId>
}

/**
 * An override without a reason.
 *
 * @category errors
 */
export interface NoReason {
  readonly _tag: 'NoReason'
  readonly householdId: HouseholdId
}

/**
 * Who is affected by an override, and how, if everybody else is then placed as well as can be: the others are housed by
 * rank and fit, exactly, as the problem without this household and flat would have it; and of all ways to do that,
 * one in which as many as can be keep the home they had. Under a policy that allocates in turn, the others walk the list
 * without this household and flat.
 *
 * Fails without a reason, for a household or a flat that is not in the problem, or for an allocation of another one.
 * Time: one allocation.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, compare, type FlatId, type HouseholdId, pose, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const override = { householdId: 'H2' as HouseholdId, flatId: 'F1' as FlatId, reason: 'lives next door to her carer' }
 * const compared = F.pipe(pose(question), E.chainW(problem => compare(problem, allocate(problem), override)))
 * F.pipe(compared, E.map(({ affected }) => affected.map(each => `${each.householdId} ${each.change}`))) // => E.right(['H1 loses', 'H2 gains'])
 * ```
 * @category advice
 */
export const compare = (
  problem: Problem,
  allocation: Outcome,
  override: PlacementOverride,
): Either<AllocationFlaw | NoReason, OverrideComparison> => {
  const { householdId, flatId, reason } = override
  if (reason.trim() === '') return E.left({ _tag: 'NoReason', householdId })
  const row = indexOf(problem).rowOf.get(householdId)
  if (row === undefined) return E.left({ _tag: 'UnknownHousehold', householdId })
  return pipe(
    matchingOf(problem, allocation),
    E.chain(before => {
      const column = columnFor(problem, before, flatId)
      if (column === undefined) return E.left({ _tag: 'UnknownFlat', flatId: flatId as FlatId, room: 0 })
      const after = completed(problem, before, row, column)
      const placements = placementsOf(problem, after)
      return E.right({
        override,
        waived: waivedFor(problem, row, column),
        affected: affectedBy(problem, placementsOf(problem, before.columnOf), placements),
        before: totalsOf(problem, allocation.placements),
        after: totalsOf(problem, placements),
        placements,
        unplaced: problem.seekers.flatMap(({ household }, each) =>
          after[each] === -1 ? [household.id] : [],
        ),
      })
    }),
  )
}

/** A home of the flat, one that nobody has if there is any; −1 for no flat. */
export const columnFor = (
  { homes }: Problem,
  { rowOf }: Matching,
  flatId: FlatId | null,
): number | undefined => {
  if (flatId === null) return -1
  const columns = homes.flatMap(({ flat }, column) => (flat.id === flatId ? [column] : []))
  return columns.find(column => rowOf[column] === -1) ?? columns[0]
}

/** A matching of all others and all other homes, by the procedure of the policy, and the override. */
const completed = (problem: Problem, { columnOf }: Matching, row: number, column: number): Int32Array => {
  const { graph, rank, weights } = problem.ranked
  const rows = Array.from({ length: graph.rows }, (_, each) =>
    each === row
      ? []
      : pairsOf(graph, each).flatMap(pair =>
          pair.column === column ? [] : [[pair.column, pair.fit] as const],
        ),
  )
  const previous = columnOf.map((own, each) => (each === row || own === column ? -1 : own))
  const rest = pipe(
    graphFromRows(graph.columns, rows),
    E.chainW(
      (others: Graph): Either<unknown, Matching> =>
        problem.policy.procedure === 'in turn'
          ? firstComeFirstServed(others, turnsOf(problem))
          : pipe(rankedProblem(others, rank, { weights, previous }), E.map(solve)),
    ),
  )
  // a problem with fewer pairs than one that could be posed can be posed
  const after = E.isRight(rest) ? rest.right.columnOf.slice() : columnOf.slice()
  after[row] = column
  return after
}

const waivedFor = (problem: Problem, row: number, column: number): ReadonlyArray<RuleFailure> => {
  const [seeker, home] = [problem.seekers[row], problem.homes[column]]
  return seeker === undefined || home === undefined ? [] : missOf(problem, seeker, home.flat).failures
}

const placementsOf = (problem: Problem, columnOf: Int32Array): ReadonlyArray<Placement> => {
  const { seekers, homes, policy, on, predicates } = problem
  return seekers.flatMap((seeker, row) => {
    const home: Home | undefined = homes[columnOf[row] as number]
    if (home === undefined) return []
    const { total: fit } = fitOf(policy.preferences, seeker, home.flat, on, predicates)
    return [{ householdId: seeker.household.id, flatId: home.flat.id, room: home.room, fit }]
  })
}

const affectedBy = (
  { seekers }: Problem,
  before: ReadonlyArray<Placement>,
  after: ReadonlyArray<Placement>,
): ReadonlyArray<Affected> => {
  const [had, has] = [before, after].map(all => new Map(all.map(each => [each.householdId, each])))
  return seekers.flatMap(({ household: { id: householdId } }): ReadonlyArray<Affected> => {
    const [old, now] = [had?.get(householdId), has?.get(householdId)]
    const [from, to] = [old?.flatId ?? null, now?.flatId ?? null]
    if (from === to) return []
    const change = to === null ? 'loses' : from === null ? 'gains' : 'moves'
    return [{ householdId, change, from, to, fit: (now?.fit ?? 0) - (old?.fit ?? 0) }]
  })
}
