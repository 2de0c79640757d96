import type * as t from 'io-ts'
import type { AgeBand } from '../domain/person.ts'
import {
  type FlatFlag,
  flatFlags,
  flatMeasures,
  type HouseholdFlag,
  type HouseholdQuantity,
  householdFlags,
  householdMeasures,
  type List,
  lists,
  words as lookedUp,
  type FlatQuantity as QuantityOfFlat,
  type Unit as UnitOfMeasure,
  type Word,
} from '../rule/quantity.ts'
import type * as rule from '../rule/rule.ts'
import { type StandardName, standards } from '../rule/standard.ts'
import { Regime } from './household.ts'
import { codec, misfit, readOf } from './reading.ts'
import { number, Text, whole, words } from './scalar.ts'
import { closed, formed, isObject, list, orNull, tagged } from './structure.ts'

/** @category policies */
export type FlatQuantity = QuantityOfFlat
/** @category policies */
export const FlatQuantity: t.Type<QuantityOfFlat> = /* @__PURE__ */ words(flatMeasures)

/** @category policies */
export type Unit = UnitOfMeasure
/** @category policies */
export const Unit: t.Type<UnitOfMeasure> = /* @__PURE__ */ words<UnitOfMeasure>({
  EUR: true,
  cent: true,
  'm²': true,
  rooms: true,
  persons: true,
  days: true,
  floors: true,
})

const Finite = /* @__PURE__ */ number('a number between -1e9 and 1e9', n => Math.abs(n) <= 1e9)

const Years = /* @__PURE__ */ whole('whole years', 0, 150)
export const Ages = /* @__PURE__ */ closed<AgeBand>('ages', {}, { from: Years, below: Years })
const Quantity = /* @__PURE__ */ words<HouseholdQuantity>(householdMeasures)

/** People that count, by a word or by their ages. */
export const People: t.Type<rule.People> = /* @__PURE__ */ codec<rule.People>(Quantity.name, (u, faults) =>
  isObject(u) ? readOf(Ages)(u, faults) : readOf(Quantity)(u, faults),
)

export const Standard: t.Type<StandardName> = /* @__PURE__ */ words<StandardName>(standards)

type Form<K extends string> = Extract<rule.Term, Readonly<Record<K, unknown>>>

const terms: Readonly<Record<string, t.Type<rule.Term>>> = {
  fixed: /* @__PURE__ */ closed<Form<'fixed'>>('an amount', { fixed: Finite }) as t.Type<rule.Term>,
  times: /* @__PURE__ */ closed<Form<'times'>>(
    'an amount',
    { times: Finite, of: People },
    { plus: Finite },
  ) as t.Type<rule.Term>,
  byPersons: /* @__PURE__ */ closed<Form<'byPersons'>>(
    'an amount',
    { byPersons: /* @__PURE__ */ list('a list of numbers', /* @__PURE__ */ orNull(Finite)) },
    { eachFurther: Finite, percent: Finite },
  ) as t.Type<rule.Term>,
  standard: /* @__PURE__ */ closed<Form<'standard'>>('an amount', {
    standard: Standard,
  }) as t.Type<rule.Term>,
}

const Term = /* @__PURE__ */ formed('a term (fixed, times, byPersons or standard)', terms)

/** @category policies */
export type Amount = rule.Amount

/**
 * What a household asks: one term, told by its first key, or a sum of terms, which are no sums themselves.
 *
 * @category policies
 */
export const Amount: t.Type<rule.Amount> = /* @__PURE__ */ formed<rule.Amount>(
  'an amount (fixed, times, byPersons, standard or sum)',
  {
    ...(terms as Readonly<Record<string, t.Type<rule.Amount>>>),
    sum: /* @__PURE__ */ closed<Extract<rule.Amount, { readonly sum: unknown }>>('an amount', {
      sum: /* @__PURE__ */ list('a list of terms', Term),
    }) as t.Type<rule.Amount>,
  },
)

const Regimes = /* @__PURE__ */ list('a list of regimes', Regime)
const Unstated = /* @__PURE__ */ words<'refuse' | 'allow'>({ refuse: true, allow: true })

/** @category policies */
export type Comparison = rule.Comparison
/** @category policies */
export const Comparison: t.Type<rule.Comparison> = /* @__PURE__ */ closed<rule.Comparison>(
  'a rule',
  {
    rule: /* @__PURE__ */ words<rule.Comparison['rule']>({ atLeast: true, atMost: true }),
    name: Text,
    flat: FlatQuantity,
    asks: Amount,
    unit: Unit,
  },
  { for: Regimes, unstated: Unstated },
)

const KnownList = /* @__PURE__ */ words<List>(lists)
const Written = /* @__PURE__ */ list(`${KnownList.name}, or a list of texts`, Text)

const ListOrWritten = /* @__PURE__ */ codec<rule.Membership['list']>(Written.name, (u, faults) => {
  const known = readOf(KnownList)(u)
  return known === misfit ? readOf(Written)(u, faults) : known
})

/** @category policies */
export type Membership = rule.Membership
/** @category policies */
export const Membership: t.Type<rule.Membership> = /* @__PURE__ */ closed<rule.Membership>(
  'a rule',
  {
    rule: /* @__PURE__ */ words<rule.Membership['rule']>({ oneOf: true, noneOf: true }),
    name: Text,
    word: /* @__PURE__ */ words<Word>(lookedUp),
    list: ListOrWritten,
  },
  { for: Regimes, unstated: Unstated },
)

/** @category policies */
export type Implication = rule.Implication
/** @category policies */
export const Implication: t.Type<rule.Implication> = /* @__PURE__ */ closed<rule.Implication>(
  'a rule',
  {
    rule: /* @__PURE__ */ words<'implies'>({ implies: true }),
    name: Text,
    household: /* @__PURE__ */ words<HouseholdFlag>(householdFlags),
    flat: /* @__PURE__ */ words<FlatFlag>(flatFlags),
  },
  { for: Regimes, unstated: Unstated },
)

/** @category policies */
export type Where = rule.Where
/** @category policies */
export const Where: t.Type<rule.Where> = /* @__PURE__ */ closed<rule.Where>(
  'a rule',
  { rule: /* @__PURE__ */ words<'where'>({ where: true }), name: Text, predicate: Text },
  { for: Regimes },
)

/** @category policies */
export type ResidenceRule = rule.ResidenceRule
/** @category policies */
export const ResidenceRule: t.Type<rule.ResidenceRule> = /* @__PURE__ */ closed<rule.ResidenceRule>(
  'a rule',
  { rule: /* @__PURE__ */ words<'residenceDuty'>({ residenceDuty: true }), name: Text },
  { for: Regimes, unstated: Unstated },
)

/** @category policies */
export type Rule = rule.Rule

/**
 * A rule on its own. That its unit fits its quantity is checked where a policy is read.
 *
 * @category policies
 */
export const Rule: t.Type<rule.Rule> = /* @__PURE__ */ tagged<rule.Rule>('a rule', 'rule', {
  atLeast: Comparison as t.Type<rule.Rule>,
  atMost: Comparison as t.Type<rule.Rule>,
  oneOf: Membership as t.Type<rule.Rule>,
  noneOf: Membership as t.Type<rule.Rule>,
  implies: Implication as t.Type<rule.Rule>,
  residenceDuty: ResidenceRule as t.Type<rule.Rule>,
  where: Where as t.Type<rule.Rule>,
})
