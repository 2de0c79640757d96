import * as fc from 'fast-check'
import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { Field } from '../rule/column.ts'
import { compilePolicy } from '../rule/compile.ts'
import { judge, type Predicates, type Verdict } from '../rule/judge.ts'
import type { Policy } from '../rule/policy.ts'
import { fitOf } from '../rule/preference.ts'
import type { Amount, Rule } from '../rule/rule.ts'
import { sentence } from '../rule/sentence.ts'
import { day } from './arbitrary/day.ts'

/**
 * Whom {@link policyLaws} tries a policy on.
 *
 * @category constraints
 */
export interface PolicyLawsConstraints {
  readonly seekers: fc.Arbitrary<Seeker>
  readonly flats: fc.Arbitrary<Flat>
  /** Default: days from 2010 to 2030. */
  readonly days?: fc.Arbitrary<IsoDay>
  /** The functions that the policy's `where` rules name. Default: none. */
  readonly predicates?: Predicates
}

/**
 * The laws that every policy keeps, whatever its predicates do, as long as these always say the same of the same
 * household, flat and day.
 *
 * @category laws
 */
export type PolicyLaw =
  | 'a rule passes, fails or abstains, and says the same twice'
  | 'a compiled policy says what its rules say one by one'
  | 'a further rule never allows more'
  | 'a relaxed limit never allows fewer'
  | 'points are whole, from 0 to what their preference gives, and add up to the fit'

/**
 * The laws of a policy as fast-check properties by their names, to be run by any test runner.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import type { Policy } from 'einzug'
 * import { flat, policyLaws, seeker } from 'einzug/testing'
 * const quiet = { rule: 'where', name: 'quiet', predicate: 'away from the road' } as const
 * const policy: Policy = { name: 'P', version: '1', rules: [quiet], ranking: [], preferences: [] }
 * const predicates = { 'away from the road': () => Math.random() < 0.5 }
 * const laws = policyLaws(policy, { seekers: seeker(), flats: flat(), predicates })
 * fc.check(laws['a rule passes, fails or abstains, and says the same twice']).failed // => true
 * ```
 * @category laws
 */
export const policyLaws = (
  policy: Policy,
  { seekers, flats, days = day(), predicates = {} }: PolicyLawsConstraints,
): Readonly<Record<PolicyLaw, fc.IProperty<[Field]>>> => {
  const some = { minLength: 1, maxLength: 5 }
  const field: fc.Arbitrary<Field> = fc
    .tuple(fc.array(seekers, some), fc.array(flats, some), days)
    .map(([seekers, flats, on]) => ({ seekers, flats, on, predicates }))
  const law = (holds: (field: Field) => boolean): fc.IProperty<[Field]> => fc.property(field, holds)
  return {
    'a rule passes, fails or abstains, and says the same twice': law(decides(policy)),
    'a compiled policy says what its rules say one by one': law(compilesTo(policy)),
    'a further rule never allows more': law(field =>
      policy.rules.every((_, at) =>
        allowsNoMore({ ...policy, rules: policy.rules.filter((_, other) => other !== at) }, policy, field),
      ),
    ),
    'a relaxed limit never allows fewer': law(field =>
      [0, 0.01, 1, 100].every(by =>
        allowsNoMore({ ...policy, rules: policy.rules.map(relaxed(by)) }, policy, field),
      ),
    ),
    'points are whole, from 0 to what their preference gives, and add up to the fit': law(scores(policy)),
  }
}

type Pair = (h: number, f: number) => boolean

const everyPair = ({ seekers, flats }: Field, holds: Pair): boolean =>
  seekers.every((_, h) => flats.every((_, f) => holds(h, f)))

const verdictOf = (rule: Rule, { seekers, flats, on, predicates }: Field, h: number, f: number): Verdict =>
  judge(rule, seekers[h] as Seeker, flats[f] as Flat, on, predicates)

const decides =
  ({ rules }: Policy) =>
  (field: Field): boolean =>
    everyPair(field, (h, f) =>
      rules.every(rule => {
        const verdict = verdictOf(rule, field, h, f)
        const again = verdictOf(rule, field, h, f)
        const short = verdict._tag === 'Fails' ? (verdict.shortfall?.amount ?? 1) : 1
        return (
          JSON.stringify(verdict) === JSON.stringify(again) && short > 0 && sentence(rule, verdict) !== ''
        )
      }),
    )

const compilesTo =
  (policy: Policy) =>
  (field: Field): boolean => {
    const compiled = compilePolicy(policy, field)
    const failing = (h: number, f: number): ReadonlyArray<number> =>
      [...policy.rules.keys()].filter(at => verdictOf(policy.rules[at] as Rule, field, h, f)._tag === 'Fails')
    const same = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean => String(a) === String(b)
    const rowsAreRight = field.seekers.every((_, h) =>
      same(
        [...compiled.row(h)],
        [...field.flats.keys()].filter(f => failing(h, f).length === 0),
      ),
    )
    return (
      rowsAreRight &&
      everyPair(
        field,
        (h, f) =>
          same(compiled.failing(h, f), failing(h, f)) &&
          compiled.allows(h, f) === (failing(h, f).length === 0),
      )
    )
  }

/** Whether `loose` allows whatever `strict` allows. */
const allowsNoMore = (loose: Policy, strict: Policy, field: Field): boolean => {
  const { allows } = compilePolicy(loose, field)
  const { allows: strictly } = compilePolicy(strict, field)
  return everyPair(field, (h, f) => allows(h, f) || !strictly(h, f))
}

const relaxed =
  (by: number) =>
  (rule: Rule): Rule =>
    rule.rule === 'atLeast' || rule.rule === 'atMost'
      ? { ...rule, asks: raised(rule.asks, rule.rule === 'atMost' ? by : -by), unstated: 'allow' }
      : rule

const raised = (amount: Amount, by: number): Amount => {
  if ('sum' in amount) return { sum: [...amount.sum, { fixed: by }] }
  if ('standard' in amount) return { sum: [amount, { fixed: by }] }
  if ('fixed' in amount) return { fixed: amount.fixed + by }
  if ('times' in amount) return { ...amount, plus: (amount.plus ?? 0) + by }
  return { ...amount, byPersons: amount.byPersons.map(entry => (entry === null ? null : entry + by)) }
}

const scores =
  (policy: Policy) =>
  (field: Field): boolean => {
    const { seekers, flats, on, predicates } = field
    const compiled = compilePolicy(policy, field)
    const all = Int32Array.from(flats.keys())
    const fits = seekers.map((_, h) => {
      const into = new Int32Array(flats.length)
      compiled.fits(h, all, into)
      return into
    })
    return everyPair(field, (h, f) => {
      const fit = fitOf(policy.preferences, seekers[h] as Seeker, flats[f] as Flat, on, predicates)
      return (
        compiled.fit(h, f) === fit.total &&
        fits[h]?.[f] === fit.total &&
        fit.total === fit.points.reduce((sum, { points }) => sum + points, 0) &&
        policy.preferences.every(({ name, points: most }, at) => {
          const given = fit.points[at]
          return (
            given?.name === name &&
            Number.isInteger(given.points) &&
            given.points >= 0 &&
            given.points <= most
          )
        })
      )
    })
  }
