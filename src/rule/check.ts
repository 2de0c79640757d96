import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import { ofAmount, ofUnit } from './check-amount.ts'
import { ofRanking } from './check-ranking.ts'
import type { Policy, Preference } from './policy.ts'
import { mostPoints, type Path, type PolicyIssue, unless } from './policy-issue.ts'
import type { Rule } from './rule.ts'

/**
 * Checks what the type of a policy cannot say: names occur once; units fit their quantities; tables have
 * entries; numbers are finite; points are whole and sum to at most 1,000,000; a lottery comes last in the
 * ranking and has a whole seed; `where` rules name one of `predicates`. And that a document from elsewhere names a
 * procedure there is.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { checkPolicy, type Policy } from 'einzug'
 * const rule = { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { fixed: 2 }, unit: 'm²' } as const
 * const policy: Policy = { name: 'P', version: '1', rules: [rule], ranking: [], preferences: [] }
 * checkPolicy(policy) // => E.left([{ path: ['rules', 0, 'unit'], expected: 'rooms', found: 'm²' }])
 * ```
 * @category policies
 */
export const checkPolicy = (
  policy: Policy,
  predicates: ReadonlyArray<string> = [],
): Either<ReadonlyNonEmptyArray<PolicyIssue>, Policy> => {
  const known = new Set(predicates)
  const issues = RNEA.fromReadonlyArray([
    ...ofProcedure(policy),
    ...repeatedNames(policy),
    ...policy.rules.flatMap((rule, at) => ofRule(rule, ['rules', at], known)),
    ...policy.preferences.flatMap((preference, at) => ofPreference(preference, ['preferences', at], known)),
    ...tooManyPoints(policy),
    ...ofRanking(policy),
  ])
  return issues._tag === 'None' ? E.right(policy) : E.left(issues.value)
}

const procedures: ReadonlyArray<Policy['procedure']> = [undefined, 'in turn']

const ofProcedure = ({ procedure }: Policy): ReadonlyArray<PolicyIssue> =>
  unless(procedures.includes(procedure), ['procedure'], 'in turn, or none', procedure)

const repeatedNames = ({ rules, preferences }: Policy): ReadonlyArray<PolicyIssue> => {
  const seen = new Set<string>()
  const repeats = (list: 'rules' | 'preferences') => (each: Rule | Preference, at: number) => {
    const repeated = seen.has(each.name)
    seen.add(each.name)
    return unless(!repeated, [list, at, 'name'], 'a name that occurs once', each.name)
  }
  return [...rules.flatMap(repeats('rules')), ...preferences.flatMap(repeats('preferences'))]
}

const ofRule = (rule: Rule, path: Path, known: ReadonlySet<string>): ReadonlyArray<PolicyIssue> => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return [...ofUnit(rule.flat, rule.unit, path), ...ofAmount(rule.asks, rule.unit, [...path, 'asks'])]
    case 'where':
      return unless(known.has(rule.predicate), [...path, 'predicate'], oneOf([...known]), rule.predicate)
    case 'oneOf':
    case 'noneOf':
    case 'implies':
    case 'residenceDuty':
      return []
  }
}

const ofPreference = (
  preference: Preference,
  path: Path,
  known: ReadonlySet<string>,
): ReadonlyArray<PolicyIssue> => [
  ...unless(
    Number.isInteger(preference.points) && preference.points >= 0,
    [...path, 'points'],
    'whole points from 0',
    preference.points,
  ),
  ...ofForm(preference, path, known),
]

const ofForm = (
  preference: Preference,
  path: Path,
  known: ReadonlySet<string>,
): ReadonlyArray<PolicyIssue> => {
  const rate = (key: string, points: number): ReadonlyArray<PolicyIssue> =>
    unless(Number.isFinite(points) && points >= 0, [...path, key], 'a number from 0', points)
  switch (preference.preference) {
    case 'bonus':
      return ofRule(preference.when, [...path, 'when'], known)
    case 'closeTo':
      return [
        ...ofUnit(preference.flat, preference.unit, path),
        ...ofAmount(preference.ideal, preference.unit, [...path, 'ideal']),
        ...rate('perUnit', preference.perUnit),
      ]
    case 'slack':
      return [
        ...ofUnit(preference.flat, preference.unit, path),
        ...ofAmount(preference.asks, preference.unit, [...path, 'asks']),
        ...rate('perUnit', preference.perUnit),
      ]
    case 'near':
      return [
        ...unless(preference.to.length > 0, [...path, 'to'], 'at least one place', preference.to),
        ...rate('perKilometre', preference.perKilometre),
      ]
    case 'language':
      return []
  }
}

const oneOf = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? 'no predicate, as none is known' : `one of ${names.join(', ')}`

const tooManyPoints = ({ preferences }: Policy): ReadonlyArray<PolicyIssue> => {
  const sum = preferences.reduce((total, { points }) => total + points, 0)
  return unless(!(sum > mostPoints), ['preferences'], `at most ${mostPoints} points in total`, sum)
}
