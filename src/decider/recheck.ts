import { type Day, isoOf } from '../domain/day.ts'
import type { Regime } from '../domain/household.ts'
import { covers, type Interval } from '../domain/interval.ts'
import { judge, type Predicates, type Verdict } from '../rule/judge.ts'
import { rows } from '../table/index.ts'
import { flatOn, isPresent, policyOn, regimeOn, residenceOn, seekerOn } from './lookup.ts'
import type { Registry } from './registry.ts'
import type { Tenancy } from './residence.ts'

/**
 * A tenancy whose household changed regime, and what each rule in force says of it now, by the name of the rule. The
 * tenancy stays, whatever the rules say.
 *
 * @category registry
 */
export interface Recheck {
  readonly tenancy: Tenancy
  readonly before: Regime
  readonly after: Regime
  readonly verdicts: ReadonlyArray<{ readonly rule: string; readonly verdict: Verdict }>
}

/**
 * The tenancies of a day whose household's regime is another than on the eve of a period, or than on the day it was
 * assigned if that is later, because it changed in the period: by household id, with the verdicts of the policy in
 * force on that day. A change that was taken back within the period is none. O(households).
 *
 * @example
 * ```ts
 * import { emptyRegistry, rechecks } from 'einzug'
 * rechecks(emptyRegistry, { from: 17_000, until: 17_031 }, 17_031) // => []
 * ```
 * @category registry
 */
export const rechecks = (
  registry: Registry,
  period: Interval,
  day: Day,
  predicates: Predicates = {},
): ReadonlyArray<Recheck> => {
  const found: Array<Recheck> = []
  const rules = policyOn(registry, day)?.rules ?? []
  for (const household of rows(registry.households)) {
    if (!isPresent(household, day)) continue
    const tenancy = residenceOn(registry, household.id, day)
    const change = household.regimes.findLast(({ on }) => on <= day && covers(period, on))
    if (tenancy?.kind !== 'tenancy' || change === undefined) continue
    const before = regimeOn(registry, household.id, Math.max(period.from - 1, household.assigned))
    const after = regimeOn(registry, household.id, day)
    const flat = flatOn(registry, tenancy.placeId, day)
    if (before === undefined || after === undefined || flat === undefined || before === after) continue
    const seeker = seekerOn(household, day)
    const verdicts = rules.map(rule => ({
      rule: rule.name,
      verdict: judge(rule, seeker, flat, isoOf(day), predicates),
    }))
    found.push({ tenancy, before, after, verdicts })
  }
  return found.sort((a, b) => (a.tenancy.householdId < b.tenancy.householdId ? -1 : 1))
}
