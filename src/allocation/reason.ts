import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { FlatId, HouseholdId } from '../domain/id.ts'
import { type Graph, hallSet, type Matching } from '../matching/index.ts'
import { judge, type Verdict } from '../rule/judge.ts'
import type { Points } from '../rule/preference.ts'
import { fitOf } from '../rule/preference.ts'
import type { Rule } from '../rule/rule.ts'
import type { Allocation } from './allocation.ts'
import { indexOf, matchingOf } from './matching-of.ts'
import type { Home, Problem } from './problem.ts'
import type { AllocationFlaw } from './verify.ts'

/**
 * A flat that would suit a household better than the one it has, who has it, and what the exchange would cost at
 * least: `points` of fit lost by all together, or the home of someone who ranks no later.
 *
 * @category model
 */
export interface BetterFlat {
  readonly flatId: FlatId
  readonly fit: number
  readonly heldBy: HouseholdId
  readonly costs: { readonly _tag: 'Fit'; readonly points: number } | { readonly _tag: 'Home' }
}

/**
 * Why a household has the flat it has: its fit, preference by preference, and all flats that fit better.
 *
 * @category model
 */
export interface Placed {
  readonly _tag: 'Placed'
  readonly flatId: FlatId
  readonly points: ReadonlyArray<Points>
  readonly fit: number
  readonly better: ReadonlyArray<BetterFlat>
}

/**
 * No flat on offer passes the rules. For each rule, how many flats fail by it, and how many by it alone; and the
 * flat that comes nearest: fewest rules failed, then the lowest id among the flats with the least shortfall.
 *
 * @category model
 */
export interface NoFlatFits {
  readonly _tag: 'NoFlatFits'
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly fail: number; readonly failAlone: number }>
  readonly nearest: NearestMiss | null
}

/** @category model */
export interface NearestMiss {
  readonly flatId: FlatId
  readonly failures: ReadonlyArray<{ readonly rule: Rule; readonly verdict: Verdict }>
}

/**
 * Others come first. `hallSet`: the households, none of them ranking later, that between them have every flat
 * that this one or any of them may have; `flats`: those flats. `ahead`: households without a flat, ranking no
 * later, that would be next in line for one of these flats. One more flat of that kind for each of them and one
 * for this household would house it.
 *
 * @category model
 */
export interface Outranked {
  readonly _tag: 'Outranked'
  readonly hallSet: ReadonlyArray<HouseholdId>
  readonly flats: ReadonlyArray<FlatId>
  readonly ahead: ReadonlyArray<HouseholdId>
}

/** @category model */
export type Reason = Placed | NoFlatFits | Outranked

/**
 * Why a household has its flat, or has none. Time O(pairs + flats × rules).
 *
 * Fails if the allocation does not belong to the problem, or the household does not seek.
 *
 * @category explanations
 */
export const why =
  (problem: Problem, allocation: Allocation) =>
  (householdId: HouseholdId): Either<AllocationFlaw, Reason> => {
    const row = indexOf(problem).rowOf.get(householdId)
    if (row === undefined) return E.left({ _tag: 'UnknownHousehold', householdId })
    return E.map((matching: Matching) =>
      matching.columnOf[row] !== -1
        ? placed(problem, allocation, matching, row)
        : problem.ranked.graph.offsets[row] === problem.ranked.graph.offsets[row + 1]
          ? noFlatFits(problem, row)
          : outranked(problem, matching, row),
    )(matchingOf(problem, allocation))
  }

const placed = (problem: Problem, { proof }: Allocation, { columnOf, rowOf }: Matching, row: number): Placed => {
  const { graph, rank, classes, base } = problem.ranked
  const seeker = problem.seekers[row] as Seeker
  const { flat } = problem.homes[columnOf[row] as number] as Home
  const { points, total } = fitOf(problem.policy.preferences, seeker, flat, problem.on, problem.predicates)
  const better = pairsOf(graph, row)
    .filter(pair => pair.fit > total)
    .map(({ column, fit }): BetterFlat => {
      // by how much margin and price exceed the pair's value: what any exchange that gives it this flat loses
      const value = (classes - (rank[row] as number)) * base + fit
      const loss = (proof.margins[row] as number) + (proof.prices[column] as number) - value
      return {
        flatId: (problem.homes[column] as Home).flat.id,
        fit,
        heldBy: (problem.seekers[rowOf[column] as number] as Seeker).household.id,
        costs: loss * 2 < base ? { _tag: 'Fit', points: loss } : { _tag: 'Home' },
      }
    })
    .sort((a, b) => b.fit - a.fit)
  return { _tag: 'Placed', flatId: flat.id, points, fit: total, better }
}

const noFlatFits = (problem: Problem, row: number): NoFlatFits => {
  const seeker = problem.seekers[row] as Seeker
  const { rules } = problem.policy
  const misses = problem.homes
    .filter(({ room }) => room === 0)
    .map(({ flat }) => missOf(problem, seeker, flat))
  const fails = (rule: Rule, alone: boolean): number =>
    misses.filter(({ failures }) => failures.some(each => each.rule === rule) && (!alone || failures.length === 1)).length
  return {
    _tag: 'NoFlatFits',
    rules: rules.map(rule => ({ rule: rule.name, fail: fails(rule, false), failAlone: fails(rule, true) })),
    nearest: misses.reduce<NearestMiss | null>((best, each) => (best === null || nearer(each, best) ? each : best), null),
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
  failures.reduce((sum, { verdict }) => sum + (verdict._tag === 'Fails' ? (verdict.shortfall?.amount ?? 0) : 0), 0)

const outranked = (problem: Problem, matching: Matching, row: number): Outranked => {
  const { graph, rank } = problem.ranked
  const idOf = (each: number): HouseholdId => (problem.seekers[each] as Seeker).household.id
  const members = hallSet(graph, matching, row)
  const columns = members.map(member => matching.columnOf[member] as number)
  const ahead = inLineFor(graph, matching, columns).filter(
    each => each !== row && (rank[each] as number) <= (rank[row] as number),
  )
  return {
    _tag: 'Outranked',
    hallSet: members.map(idOf),
    flats: [...new Set(columns.map(column => (problem.homes[column] as Home).flat.id))].sort(),
    ahead: ahead.map(idOf),
  }
}

/** Rows without a column that an alternating path leads to one of these columns. */
const inLineFor = (graph: Graph, { columnOf }: Matching, columns: ReadonlyArray<number>): ReadonlyArray<number> => {
  const rowsAt = new Map<number, Array<number>>()
  for (const row of columnOf.keys()) {
    for (const { column } of pairsOf(graph, row)) {
      const rows = rowsAt.get(column)
      if (rows === undefined) rowsAt.set(column, [row])
      else rows.push(row)
    }
  }
  const reached = new Set(columns)
  const waiting = new Set<number>()
  for (const column of reached) {
    for (const row of rowsAt.get(column) ?? []) {
      const own = columnOf[row] as number
      if (own < 0) waiting.add(row)
      else reached.add(own)
    }
  }
  return [...waiting].sort((a, b) => a - b)
}

const pairsOf = (graph: Graph, row: number): ReadonlyArray<{ readonly column: number; readonly fit: number }> => {
  const from = graph.offsets[row] as number
  return Array.from(graph.heads.subarray(from, graph.offsets[row + 1]), (column, k) => ({
    column,
    fit: graph.fit[from + k] as number,
  }))
}
