import type { Flat } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import type { FlatId } from '../../domain/id.ts'
import { judge, type Verdict } from '../../rule/judge.ts'
import type { Rule } from '../../rule/rule.ts'
import type { Problem } from '../problem.ts'

/**
 * How many flats (or households) fail by a rule, and how many by it alone.
 *
 * @category model
 */
export interface RuleCount {
  readonly rule: string
  readonly fail: number
  readonly failAlone: number
}

/**
 * A rule that a pair fails by, and what it says.
 *
 * @category model
 */
export interface RuleFailure {
  readonly rule: Rule
  readonly verdict: Verdict
}

/**
 * A flat, and all rules that a household fails by there.
 *
 * @category model
 */
export interface NearestMiss {
  readonly flatId: FlatId
  readonly failures: ReadonlyArray<RuleFailure>
}

/** A pair that is judged, and the rules it fails by. */
export interface Miss {
  readonly seeker: Seeker
  readonly flat: Flat
  readonly failures: ReadonlyArray<RuleFailure>
}

export const missOf = ({ policy, on, predicates }: Problem, seeker: Seeker, flat: Flat): Miss => ({
  seeker,
  flat,
  failures: policy.rules
    .map(rule => ({ rule, verdict: judge(rule, seeker, flat, on, predicates) }))
    .filter(({ verdict }) => verdict._tag === 'Fails'),
})

export const countByRule = (
  rules: ReadonlyArray<Rule>,
  misses: ReadonlyArray<Miss>,
): ReadonlyArray<RuleCount> =>
  rules.map(rule => {
    const failing = misses.filter(({ failures }) => failures.some(each => each.rule === rule))
    return {
      rule: rule.name,
      fail: failing.length,
      failAlone: failing.filter(({ failures }) => failures.length === 1).length,
    }
  })

/** The first of the misses that no other is nearer than. */
export const nearestOf = (misses: ReadonlyArray<Miss>): Miss | null =>
  misses.reduce<Miss | null>((best, each) => (best === null || nearer(each, best) ? each : best), null)

/** Fewer rules failed; then a smaller shortfall, where both fail by the same rules and say by how much. */
const nearer = (a: Miss, b: Miss): boolean =>
  a.failures.length !== b.failures.length
    ? a.failures.length < b.failures.length
    : a.failures.every(({ rule }, k) => rule === b.failures[k]?.rule) && shortfall(a) < shortfall(b)

const shortfall = ({ failures }: Miss): number =>
  failures.reduce(
    (sum, { verdict }) => sum + (verdict._tag === 'Fails' ? (verdict.shortfall?.amount ?? 0) : 0),
    0,
  )

/** By how large a part of what is asked a verdict falls short; infinitely, where it does not say by how much. */
export const relativeShortfall = ({ verdict }: RuleFailure): number => {
  if (verdict._tag !== 'Fails' || verdict.shortfall === undefined) return Infinity
  return verdict.shortfall.amount / (Math.abs(Number(verdict.asked)) || 1)
}
