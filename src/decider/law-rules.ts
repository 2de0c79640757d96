import { type Day, isoOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Override } from '../event/event.ts'
import { judge, type Predicates } from '../rule/judge.ts'
import { valueOn } from '../table/history.ts'
import { policyOn, seekerOn } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord, HouseholdRecord, Registry } from './registry.ts'

/**
 * Law 4: the hard rules of the policy in force hold for the household and the flat as they are on the day of
 * moving in. One rule that does not hold may be set aside by name.
 */
export const rulesHold = (
  registry: Registry,
  household: HouseholdRecord,
  flat: FlatRecord,
  day: Day,
  override: Override | undefined,
  predicates: Predicates,
): Refusal | undefined => {
  const on = isoOf(day)
  const seeker = seekerOn(household, day)
  const dwelling = valueOn(flat.versions, day) as Flat
  const broken = (policyOn(registry, day)?.rules ?? [])
    .map(rule => ({ rule: rule.name, verdict: judge(rule, seeker, dwelling, on, predicates) }))
    .filter(({ verdict }) => verdict._tag === 'Fails')
  const rules = broken.filter(({ rule }) => rule !== override?.rule)
  if (override !== undefined && rules.length === broken.length)
    return { _tag: 'NothingToOverride', rule: override.rule }
  return rules.length === 0 ? undefined : { _tag: 'RulesBroken', flatId: flat.id, rules }
}
