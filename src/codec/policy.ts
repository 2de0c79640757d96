import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { checkPolicy } from '../rule/check.ts'
import type * as rule from '../rule/policy.ts'
import { decode } from './decode.ts'
import type { Issue, Issues } from './issue.ts'
import { NeedPart } from './need-points.ts'
import { ClosedPosition } from './place.ts'
import { codec, readOf } from './reading.ts'
import { Amount, FlatQuantity, Rule, Unit } from './rule.ts'
import { number, Text, whole, words } from './scalar.ts'
import { closed, dictionary, list, refine, tagged } from './structure.ts'

/** @category policies */
export type Preference = rule.Preference

type Wish<K extends rule.Preference['preference']> = Extract<rule.Preference, { readonly preference: K }>

const Points = /* @__PURE__ */ whole('whole points', 0, 1_000_000)

const Rate = /* @__PURE__ */ number('points from 0 to 1,000,000', n => n >= 0 && n <= 1_000_000)

const Written = /* @__PURE__ */ list('household.kin, or a list of positions', ClosedPosition)

const Places = /* @__PURE__ */ codec<Wish<'near'>['to']>(Written.name, (u, faults) =>
  u === 'household.kin' ? u : readOf(Written)(u, faults),
)

/**
 * A preference on its own. That its unit fits its quantity is checked where a policy is read.
 *
 * @category policies
 */
export const Preference: t.Type<rule.Preference> = /* @__PURE__ */ tagged<rule.Preference>(
  'a preference',
  'preference',
  {
    bonus: /* @__PURE__ */ closed<Wish<'bonus'>>('a preference', {
      preference: /* @__PURE__ */ words({ bonus: true }),
      name: Text,
      points: Points,
      when: Rule,
    }) as t.Type<rule.Preference>,
    closeTo: /* @__PURE__ */ closed<Wish<'closeTo'>>(
      'a preference',
      {
        preference: /* @__PURE__ */ words({ closeTo: true }),
        name: Text,
        points: Points,
        flat: FlatQuantity,
        ideal: Amount,
        unit: Unit,
        perUnit: Rate,
      },
      { costs: /* @__PURE__ */ words<'above' | 'below'>({ above: true, below: true }) },
    ) as t.Type<rule.Preference>,
    near: /* @__PURE__ */ closed<Wish<'near'>>('a preference', {
      preference: /* @__PURE__ */ words({ near: true }),
      name: Text,
      points: Points,
      to: Places,
      perKilometre: Rate,
    }) as t.Type<rule.Preference>,
    slack: /* @__PURE__ */ closed<Wish<'slack'>>('a preference', {
      preference: /* @__PURE__ */ words({ slack: true }),
      name: Text,
      points: Points,
      limit: /* @__PURE__ */ words<'atLeast' | 'atMost'>({ atLeast: true, atMost: true }),
      flat: FlatQuantity,
      asks: Amount,
      unit: Unit,
      perUnit: Rate,
    }) as t.Type<rule.Preference>,
    language: /* @__PURE__ */ closed<Wish<'language'>>('a preference', {
      preference: /* @__PURE__ */ words({ language: true }),
      name: Text,
      points: Points,
      byDistrict: /* @__PURE__ */ dictionary(
        'languages by district',
        /* @__PURE__ */ list('a list of languages', Text),
      ),
    }) as t.Type<rule.Preference>,
  },
)

/** @category policies */
export type Criterion = rule.Criterion

type Step<K extends rule.Criterion['by']> = Extract<rule.Criterion, { readonly by: K }>

/** @category policies */
export const Criterion: t.Type<rule.Criterion> = /* @__PURE__ */ tagged<rule.Criterion>(
  'a step of a ranking',
  'by',
  {
    tier: /* @__PURE__ */ closed<Step<'tier'>>('a step of a ranking', {
      by: /* @__PURE__ */ words({ tier: true }),
    }) as t.Type<rule.Criterion>,
    persons: /* @__PURE__ */ closed<Step<'persons'>>('a step of a ranking', {
      by: /* @__PURE__ */ words({ persons: true }),
      first: /* @__PURE__ */ words<'most' | 'fewest'>({ most: true, fewest: true }),
    }) as t.Type<rule.Criterion>,
    waitingSince: /* @__PURE__ */ closed<Step<'waitingSince'>>('a step of a ranking', {
      by: /* @__PURE__ */ words({ waitingSince: true }),
    }) as t.Type<rule.Criterion>,
    points: /* @__PURE__ */ closed<Step<'points'>>('a step of a ranking', {
      by: /* @__PURE__ */ words({ points: true }),
      parts: /* @__PURE__ */ list('a list of parts', NeedPart),
    }) as t.Type<rule.Criterion>,
    lottery: /* @__PURE__ */ closed<Step<'lottery'>>('a step of a ranking', {
      by: /* @__PURE__ */ words({ lottery: true }),
      seed: /* @__PURE__ */ whole('a whole number', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    }) as t.Type<rule.Criterion>,
  },
)

/** @category policies */
export type Policy = rule.Policy

/** A document cannot know which predicates a program supplies: whatever it names is taken as known. */
const predicatesOf = ({ rules, preferences }: rule.Policy): ReadonlyArray<string> =>
  [...rules, ...preferences.map(each => (each.preference === 'bonus' ? each.when : undefined))].flatMap(
    each => (each?.rule === 'where' ? [each.predicate] : []),
  )

const policyIssues = (policy: rule.Policy): ReadonlyArray<Issue> =>
  E.match(
    (issues: ReadonlyArray<Issue>) => issues,
    () => [],
  )(checkPolicy(policy, predicatesOf(policy)))

/**
 * A policy document. Keys that are not known are errors wherever they stand in it, and everything that
 * `checkPolicy` asks is checked, except that `where` rules may name any predicate.
 *
 * @category policies
 */
export const Policy: t.Type<rule.Policy> = /* @__PURE__ */ refine(
  /* @__PURE__ */ closed<rule.Policy>(
    'a policy',
    {
      name: Text,
      version: Text,
      rules: /* @__PURE__ */ list('a list of rules', Rule),
      ranking: /* @__PURE__ */ list('a list of steps', Criterion),
      preferences: /* @__PURE__ */ list('a list of preferences', Preference),
    },
    { procedure: /* @__PURE__ */ words<rule.Procedure>({ 'in turn': true }) },
  ),
  policyIssues,
)

/**
 * Reads a policy document, as `JSON.parse` returns it.
 *
 * Fails with everything that is wrong with it.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decodePolicy, issueSentence } from 'einzug/codec'
 * const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { byPersons: [351, 425] }, unit: 'EUR' }
 * const document = { name: 'NRW 2016', version: '1', rules: [cap], ranking: [{ by: 'tier' }], preferences: [] }
 * decodePolicy(document) // => E.right(document)
 * const typo = { ...document, rules: [{ ...cap, unit: 'm²', unsated: 'allow' }] }
 * const known = 'rule, name, flat, asks, unit, for, unstated'
 * const sentence = `rules[0].unsated: expected no other key than ${known}, found "allow"`
 * E.mapLeft(issues => issues.map(issueSentence))(decodePolicy(typo)) // => E.left([sentence])
 * ```
 * @category decoding
 */
export const decodePolicy: (input: unknown) => Either<Issues, rule.Policy> = /* @__PURE__ */ decode(Policy)
