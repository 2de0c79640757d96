import * as fc from 'fast-check'
import type { Criterion, Policy, Preference, Procedure } from '../../rule/policy.ts'
import { amount, measured } from './amount.ts'
import { needParts } from './need-points.ts'
import { position } from './place.ts'
import { plain, whole } from './plain.ts'
import { type RuleConstraints, rule } from './rule.ts'
import { someDistricts, someLanguages, text } from './text.ts'

/**
 * What {@link policy} may be told.
 *
 * @category constraints
 */
export interface PolicyConstraints extends Omit<RuleConstraints, 'name'> {
  /** The greatest number of rules. Default: 5. */
  readonly maxRules?: number
  /** The greatest number of preferences. Default: 4. */
  readonly maxPreferences?: number
  /** The most points that one preference gives. Default: 100. */
  readonly maxPoints?: number
  /** Whether the ranking ends with a lottery, so that no two households share a rank. Default: half do. */
  readonly strict?: boolean
}

/**
 * Rankings of up to four steps in any order; a strict one ends with a lottery, a weak one has none.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { rankingSteps } from 'einzug/testing'
 * fc.sample(rankingSteps({ strict: true }), 50).every(steps => steps.at(-1)?.by === 'lottery') // => true
 * fc.sample(rankingSteps({ strict: false }), 50).every(steps => steps.every(step => step.by !== 'lottery')) // => true
 * ```
 * @category policies
 */
export const rankingSteps = ({
  strict,
}: Pick<PolicyConstraints, 'strict'> = {}): fc.Arbitrary<ReadonlyArray<Criterion>> => {
  const weak = fc
    .tuple(fc.constantFrom<'most' | 'fewest'>('most', 'fewest'), needParts())
    .chain(([first, parts]) =>
      fc.shuffledSubarray<Criterion>([
        { by: 'tier' },
        { by: 'persons', first },
        { by: 'waitingSince' },
        { by: 'points', parts },
      ]),
    )
  if (strict === false) return weak
  const drawn = whole({ steps: weak, seed: fc.maxSafeNat() }).map(
    ({ steps, seed }): ReadonlyArray<Criterion> => [...steps, { by: 'lottery', seed }],
  )
  return strict === true ? drawn : fc.oneof({ withCrossShrink: true }, weak, drawn)
}

/**
 * Preferences of every form. The rule of a bonus bears the name of the preference.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { preference } from 'einzug/testing'
 * fc.sample(preference({ maxPoints: 10 }), 50).every(({ points }) => points >= 0 && points <= 10) // => true
 * ```
 * @category policies
 */
export const preference = ({
  maxPoints = 100,
  name = fc.integer({ min: 1, max: 1000 }).map(n => `Preference ${n}`),
  ...rules
}: RuleConstraints & Pick<PolicyConstraints, 'maxPoints'> = {}): fc.Arbitrary<Preference> => {
  const points = fc.nat(maxPoints)
  const rate = fc.integer({ min: 0, max: 200 }).map(n => n / 10)
  return fc.oneof(
    name.chain(each =>
      whole<Extract<Preference, { preference: 'bonus' }>>({
        preference: fc.constant('bonus'),
        name: fc.constant(each),
        points,
        when: rule({ ...rules, name: fc.constant(each) }),
      }),
    ),
    measured().chain(({ flat, unit }) =>
      plain(
        {
          preference: fc.constant<'closeTo'>('closeTo'),
          name,
          points,
          flat: fc.constant(flat),
          ideal: amount(unit),
          unit: fc.constant(unit),
          perUnit: rate,
          costs: fc.constantFrom<'above' | 'below'>('above', 'below'),
        },
        ['preference', 'name', 'points', 'flat', 'ideal', 'unit', 'perUnit'],
      ),
    ),
    measured().chain(({ flat, unit }) =>
      whole<Extract<Preference, { preference: 'slack' }>>({
        preference: fc.constant('slack'),
        name,
        points,
        limit: fc.constantFrom('atLeast', 'atMost'),
        flat: fc.constant(flat),
        asks: amount(unit),
        unit: fc.constant(unit),
        perUnit: rate,
      }),
    ),
    whole<Extract<Preference, { preference: 'near' }>>({
      preference: fc.constant('near'),
      name,
      points,
      to: fc.oneof(
        fc.constant('household.kin' as const),
        fc.array(position(), { minLength: 1, maxLength: 3 }),
      ),
      perKilometre: rate,
    }),
    whole<Extract<Preference, { preference: 'language' }>>({
      preference: fc.constant('language'),
      name,
      points,
      byDistrict: fc.dictionary(fc.constantFrom(...someDistricts), fc.subarray([...someLanguages]), {
        noNullPrototype: true,
      }),
    }),
  )
}

const named = <A extends { readonly name: string }>(word: string, each: A, at: number): A => ({
  ...each,
  name: `${word} ${at + 1}`,
})

/**
 * Policies that pass `checkPolicy`: rules and preferences of every form under names that occur once, rankings
 * weak and strict, allocated in turn or not. They shrink towards one that allows everything and ranks nobody.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import fc from 'fast-check'
 * import { checkPolicy } from 'einzug'
 * import { policy } from 'einzug/testing'
 * fc.sample(policy(), 50).every(each => E.isRight(checkPolicy(each))) // => true
 * ```
 * @category policies
 */
export const policy = ({
  maxRules = 5,
  maxPreferences = 4,
  maxPoints = 100,
  strict,
  ...rules
}: PolicyConstraints = {}): fc.Arbitrary<Policy> =>
  plain(
    {
      name: text('NRW 2016', 'Dülmen', 'Entwurf'),
      version: text('1', '2016-02', '1.1'),
      procedure: fc.constant<Procedure>('in turn'),
      rules: fc
        .array(rule(rules), { maxLength: maxRules })
        .map(each => each.map((one, at) => named('Rule', one, at))),
      ranking: rankingSteps(strict === undefined ? {} : { strict }),
      preferences: fc.array(preference({ ...rules, maxPoints }), { maxLength: maxPreferences }).map(each =>
        each.map((one, at): Preference => {
          const preference = named('Preference', one, at)
          return preference.preference === 'bonus'
            ? { ...preference, when: { ...preference.when, name: preference.name } }
            : preference
        }),
      ),
    },
    ['name', 'version', 'rules', 'ranking', 'preferences'],
  )
