import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import type { AgeBand } from '../domain/person.ts'
import type { NeedPart } from './need-points.ts'
import type { Policy, Preference } from './policy.ts'
import { type FlatQuantity, type Unit, unitsFor } from './quantity.ts'
import type { Amount, Rule, Term } from './rule.ts'
import { standards } from './standard.ts'

/**
 * What is wrong with a policy, and where in the document.
 *
 * @category errors
 */
export interface PolicyIssue {
  readonly path: ReadonlyArray<string | number>
  readonly expected: string
  readonly found: unknown
}

/** The most points that all preferences of a policy may give together. */
const mostPoints = 1_000_000

/**
 * Checks what the type of a policy cannot say: names occur once; units fit their quantities; tables have
 * entries; numbers are finite; points are whole and sum to at most 1,000,000; a lottery comes last in the
 * ranking and has a whole seed; `where` rules name one of `predicates`.
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
    ...repeatedNames(policy),
    ...policy.rules.flatMap((rule, at) => ofRule(rule, ['rules', at], known)),
    ...policy.preferences.flatMap((preference, at) => ofPreference(preference, ['preferences', at], known)),
    ...tooManyPoints(policy),
    ...ofRanking(policy),
  ])
  return issues._tag === 'None' ? E.right(policy) : E.left(issues.value)
}

type Path = PolicyIssue['path']

const unless = (holds: boolean, path: Path, expected: string, found: unknown): ReadonlyArray<PolicyIssue> =>
  holds ? [] : [{ path, expected, found }]

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
  ...(preference.preference === 'bonus'
    ? ofRule(preference.when, [...path, 'when'], known)
    : [
        ...ofUnit(preference.flat, preference.unit, path),
        ...ofAmount(preference.ideal, preference.unit, [...path, 'ideal']),
        ...unless(
          Number.isFinite(preference.perUnit) && preference.perUnit >= 0,
          [...path, 'perUnit'],
          'a number from 0',
          preference.perUnit,
        ),
      ]),
]

const oneOf = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? 'no predicate, as none is known' : `one of ${names.join(', ')}`

const ofUnit = (quantity: FlatQuantity, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> => {
  const units = unitsFor(quantity)
  return unless(units.includes(unit), [...path, 'unit'], units.join(' or '), unit)
}

const ofAmount = (amount: Amount, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> =>
  'sum' in amount
    ? [
        ...unless(amount.sum.length > 0, [...path, 'sum'], 'at least one term', amount.sum),
        ...amount.sum.flatMap((term, at) => ofTerm(term, unit, [...path, 'sum', at])),
      ]
    : ofTerm(amount, unit, path)

const ofTerm = (amount: Term, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> => {
  if ('standard' in amount) {
    const units = unitsFor(standards[amount.standard].quantity)
    return unless(units.includes(unit), [...path, 'standard'], `a standard in ${unit}`, amount.standard)
  }
  const numbers: ReadonlyArray<readonly [string, unknown]> = Object.entries(amount)
  const finite = numbers.flatMap(([key, value]) =>
    typeof value === 'number' ? unless(Number.isFinite(value), [...path, key], 'a finite number', value) : [],
  )
  if ('times' in amount && typeof amount.of !== 'string')
    return [...finite, ...ofBand(amount.of, [...path, 'of'])]
  if (!('byPersons' in amount)) return finite
  return [
    ...finite,
    ...unless(!((amount.percent ?? 100) < 0), [...path, 'percent'], 'a number from 0', amount.percent),
    ...unless(amount.byPersons.length > 0, [...path, 'byPersons'], 'at least one entry', amount.byPersons),
    ...amount.byPersons.flatMap((entry, at) =>
      unless(
        entry === null || Number.isFinite(entry),
        [...path, 'byPersons', at],
        'a finite number or null',
        entry,
      ),
    ),
  ]
}

const ofBand = ({ from = 0, below = Infinity }: AgeBand, path: Path): ReadonlyArray<PolicyIssue> => [
  ...unless(Number.isInteger(from) && from >= 0, [...path, 'from'], 'whole years from 0', from),
  ...unless(
    below === Infinity || (Number.isInteger(below) && below > from),
    [...path, 'below'],
    'whole years, more than from',
    below,
  ),
]

const tooManyPoints = ({ preferences }: Policy): ReadonlyArray<PolicyIssue> => {
  const sum = preferences.reduce((total, { points }) => total + points, 0)
  return unless(!(sum > mostPoints), ['preferences'], `at most ${mostPoints} points in total`, sum)
}

const ofRanking = ({ ranking }: Policy): ReadonlyArray<PolicyIssue> =>
  ranking.flatMap((criterion, at) => {
    const path = ['ranking', at]
    if (criterion.by === 'points') return ofScheme(criterion.parts, [...path, 'parts'])
    return criterion.by !== 'lottery'
      ? []
      : [
          ...unless(at === ranking.length - 1, path, 'a lottery only at the end', criterion),
          ...unless(
            Number.isSafeInteger(criterion.seed),
            [...path, 'seed'],
            'a whole number',
            criterion.seed,
          ),
        ]
  })

const ofScheme = (parts: ReadonlyArray<NeedPart>, path: Path): ReadonlyArray<PolicyIssue> => {
  const names = parts.map(({ name }) => name)
  return [
    ...unless(parts.length > 0, path, 'at least one part', parts),
    ...parts.flatMap((part, at) => [
      ...unless(names.indexOf(part.name) === at, [...path, at, 'name'], 'a name that occurs once', part.name),
      ...ofPart(part, [...path, at]),
    ]),
  ]
}

const ofPart = (part: NeedPart, path: Path): ReadonlyArray<PolicyIssue> => {
  const whole = (points: number, ...place: Path): ReadonlyArray<PolicyIssue> =>
    unless(
      Number.isInteger(points) && points >= 0 && points <= mostPoints,
      [...path, ...place],
      `whole points from 0 to ${mostPoints}`,
      points,
    )
  if ('byTier' in part) return part.byTier.flatMap((points, at) => whole(points, 'byTier', at))
  if ('if' in part) return whole(part.points, 'points')
  const { each, of, per = 1, most = 0 } = part
  return [
    ...whole(each, 'each'),
    ...whole(most, 'most'),
    ...unless(per > 0 && Number.isFinite(per), [...path, 'per'], 'a number above 0', per),
    ...(typeof of === 'object' && !('lacks' in of) ? ofBand(of, [...path, 'of']) : []),
  ]
}
