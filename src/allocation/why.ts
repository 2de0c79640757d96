import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { HouseholdId } from '../domain/id.ts'
import {
  type Graph,
  graphFromRows,
  hallSet,
  type Matching,
  rankedProblem,
  type Solution,
  solve,
} from '../matching/index.ts'
import { judge } from '../rule/judge.ts'
import { fitOf } from '../rule/preference.ts'
import type { Rule } from '../rule/rule.ts'
import type { Allocation } from './allocation.ts'
import type { AllocationFlaw } from './flaw.ts'
import type { Home } from './home.ts'
import { indexOf, matchingOf } from './matching-of.ts'
import type { Problem } from './problem.ts'
import type {
  BetterFlat,
  ExchangeCosts,
  NearestMiss,
  NoFlatFits,
  Outranked,
  Placed,
  Reason,
} from './reason.ts'

/**
 * Why a household has its flat, or has none. Time O(pairs + flats × rules); for a household that is placed, one
 * allocation for each flat that fits better.
 *
 * Fails if the allocation does not belong to the problem, or the household does not seek.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { allocate, type HouseholdId, pose, why, type Question } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const flats = [{ id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } }]
 * const policy = { name: 'by draw', version: '1', rules: [], ranking: [{ by: 'lottery', seed: 2 }], preferences: [] }
 * const question = { on: '2016-03-31', policy, seekers, flats } as unknown as Question
 * const reason = F.pipe(pose(question), E.chainW(problem => why(problem, allocate(problem))('H2' as HouseholdId)))
 * reason // => E.right({ _tag: 'Outranked', hallSet: ['H1'], flats: ['F1'], ahead: [] })
 * ```
 * @category explanations
 */
export const why = (
  problem: Problem,
  allocation: Allocation,
): ((householdId: HouseholdId) => Either<AllocationFlaw, Reason>) => {
  const { rowOf } = indexOf(problem)
  const matching = matchingOf(problem, allocation)
  const { graph } = problem.ranked
  const rowsAt = rowsOfColumns(graph)
  const reasonOf =
    (row: number) =>
    (of: Matching): Reason => {
      if (of.columnOf[row] !== -1) return placed(problem, allocation, of, row)
      return graph.offsets[row] === graph.offsets[row + 1]
        ? noFlatFits(problem, row)
        : outranked(problem, of, rowsAt, row)
    }
  return householdId => {
    const row = rowOf.get(householdId)
    return row === undefined
      ? E.left({ _tag: 'UnknownHousehold', householdId })
      : E.map(reasonOf(row))(matching)
  }
}

const placed = (problem: Problem, { totals }: Allocation, matching: Matching, row: number): Placed => {
  const { graph } = problem.ranked
  const { columnOf, rowOf } = matching
  const seeker = seekerAt(problem, row)
  const { flat } = homeAt(problem, columnOf[row] as number)
  const { points, total } = fitOf(problem.policy.preferences, seeker, flat, problem.on, problem.predicates)
  const better = pairsOf(graph, row)
    .filter(({ fit, column }) => fit > total && homeAt(problem, column).room === 0)
    .map(
      ({ column, fit }): BetterFlat => ({
        flatId: homeAt(problem, column).flat.id,
        fit,
        heldBy: seekerAt(problem, rowOf[column] as number).household.id,
        costs: costsOf(problem, totals.fit, columnOf, row, column),
      }),
    )
    .sort((a, b) => b.fit - a.fit)
  return { _tag: 'Placed', flatId: flat.id, points, fit: total, better }
}

/** Solves again with `column` kept for `row`, and `row` for it. */
const costsOf = (
  problem: Problem,
  fit: number,
  before: Int32Array,
  row: number,
  column: number,
): ExchangeCosts => {
  const { graph, rank } = problem.ranked
  const rows = Array.from(before, (_, each) =>
    pairsOf(graph, each)
      .filter(pair => (pair.column === column) === (each === row))
      .map(pair => [pair.column, pair.fit] as const),
  )
  const solved = E.map(solve)(
    E.chainW((exchange: Graph) => rankedProblem(exchange, rank))(graphFromRows(graph.columns, rows)),
  )
  // a problem with fewer pairs than one that could be posed can be posed
  const { columnOf: after, totals } = (solved as E.Right<Solution>).right
  const idsWhere = (changed: (each: number) => boolean): ReadonlyArray<HouseholdId> =>
    problem.seekers.filter((_, each) => changed(each)).map(({ household }) => household.id)
  return {
    lose: idsWhere(each => before[each] !== -1 && after[each] === -1),
    gain: idsWhere(each => before[each] === -1 && after[each] !== -1),
    points: fit - totals.fit,
  }
}

const noFlatFits = (problem: Problem, row: number): NoFlatFits => {
  const seeker = seekerAt(problem, row)
  const { rules } = problem.policy
  const misses = problem.homes
    .filter(({ room }) => room === 0)
    .map(({ flat }) => missOf(problem, seeker, flat))
  const fails = (rule: Rule, alone: boolean): number =>
    misses.filter(
      ({ failures }) => failures.some(each => each.rule === rule) && (!alone || failures.length === 1),
    ).length
  return {
    _tag: 'NoFlatFits',
    rules: rules.map(rule => ({ rule: rule.name, fail: fails(rule, false), failAlone: fails(rule, true) })),
    nearest: misses.reduce<NearestMiss | null>(
      (best, each) => (best === null || nearer(each, best) ? each : best),
      null,
    ),
  }
}

const missOf = ({ policy, on, predicates }: Problem, seeker: Seeker, flat: Flat): NearestMiss => ({
  flatId: flat.id,
  failures: policy.rules
    .map(rule => ({ rule, verdict: judge(rule, seeker, flat, on, predicates) }))
    .filter(({ verdict }) => verdict._tag === 'Fails'),
})

/** Fewer rules failed; then a smaller shortfall, where both fail by the same rules and say by how much. */
const nearer = (a: NearestMiss, b: NearestMiss): boolean =>
  a.failures.length !== b.failures.length
    ? a.failures.length < b.failures.length
    : a.failures.every(({ rule }, k) => rule === b.failures[k]?.rule) && shortfall(a) < shortfall(b)

const shortfall = ({ failures }: NearestMiss): number =>
  failures.reduce(
    (sum, { verdict }) => sum + (verdict._tag === 'Fails' ? (verdict.shortfall?.amount ?? 0) : 0),
    0,
  )

const outranked = (problem: Problem, matching: Matching, rowsAt: RowsAt, row: number): Outranked => {
  const { graph, rank } = problem.ranked
  const idOf = (each: number): HouseholdId => seekerAt(problem, each).household.id
  const members = hallSet(graph, matching, row)
  const columns = members.map(member => matching.columnOf[member] as number)
  const ahead = inLineFor(rowsAt, matching, columns).filter(
    each => each !== row && (rank[each] as number) <= (rank[row] as number),
  )
  return {
    _tag: 'Outranked',
    hallSet: members.map(idOf),
    flats: [...new Set(columns.map(column => homeAt(problem, column).flat.id))].sort(),
    ahead: ahead.map(idOf),
  }
}

/** The rows that may have each column. */
type RowsAt = ReadonlyArray<ReadonlyArray<number>>

const rowsOfColumns = (graph: Graph): RowsAt => {
  const rowsAt = Array.from({ length: graph.columns }, (): Array<number> => [])
  for (let row = 0; row < graph.rows; row++) {
    for (const { column } of pairsOf(graph, row)) (rowsAt[column] as Array<number>).push(row)
  }
  return rowsAt
}

/** Rows without a column that an alternating path leads to one of these columns. */
const inLineFor = (
  rowsAt: RowsAt,
  { columnOf }: Matching,
  columns: ReadonlyArray<number>,
): ReadonlyArray<number> => {
  const reached = new Set(columns)
  const waiting = new Set<number>()
  for (const column of reached) {
    for (const row of rowsAt[column] as ReadonlyArray<number>) {
      const own = columnOf[row] as number
      if (own < 0) waiting.add(row)
      else reached.add(own)
    }
  }
  return [...waiting].sort((a, b) => a - b)
}

const pairsOf = (
  graph: Graph,
  row: number,
): ReadonlyArray<{ readonly column: number; readonly fit: number }> => {
  const from = graph.offsets[row] as number
  return Array.from(graph.heads.subarray(from, graph.offsets[row + 1]), (column, k) => ({
    column,
    fit: graph.fit[from + k] as number,
  }))
}

const seekerAt = ({ seekers }: Problem, row: number): Seeker => seekers[row] as Seeker

const homeAt = ({ homes }: Problem, column: number): Home => homes[column] as Home
