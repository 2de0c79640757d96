import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { bindsOn } from '../domain/residence-duty.ts'
import { amountFor, countsOf } from './amount.ts'
import { sumOf, toNumber } from './decimal.ts'
import {
  flatFlags,
  flatMeasures,
  householdFlags,
  type InnerUnit,
  innerUnit,
  type List,
  lists,
  type Word,
  words,
} from './quantity.ts'
import type {
  Comparison,
  Implication,
  Membership,
  Named,
  ResidenceRule,
  Rule,
  Unstated,
  Where,
} from './rule.ts'

/**
 * The functions that `where` rules name: whether the household may live in the flat, judged on the day.
 *
 * @category model
 */
export type Predicates = Readonly<Record<string, (seeker: Seeker, flat: Flat, on: IsoDay) => boolean>>

/**
 * By how much a flat misses what is asked; more than 0. Money is in cents.
 *
 * @category model
 */
export interface Shortfall {
  readonly amount: number
  readonly unit: InnerUnit
}

/**
 * A flat does not meet a rule. `asked` is what the rule asks: a number (money in cents), a list of words, the
 * property of the flat, or the name of a predicate. `found` is what there is instead: a number, the word looked
 * up, `'no'`, or `null` where the flat does not say (for a predicate: where nobody has supplied it).
 *
 * @category model
 */
export interface Failure {
  readonly _tag: 'Fails'
  readonly asked: number | string | ReadonlyArray<string>
  readonly found: number | string | null
  readonly shortfall?: Shortfall
}

/**
 * What a rule says of a household and a flat. A rule that abstains lets the pair pass: its table has no entry, the
 * flat may be silent, the rule is for other regimes, or an age or a sex that the limit depends on is not recorded for
 * the household (or a standard not in force). Plain JSON.
 *
 * @category model
 */
export type Verdict =
  | { readonly _tag: 'Passes' }
  | {
      readonly _tag: 'Abstains'
      readonly because: 'limit not stated' | 'flat does not say' | 'household does not say' | 'other regimes'
    }
  | Failure

const passes: Verdict = { _tag: 'Passes' }

/**
 * Judges one rule for one household and one flat on a day. A `where` rule whose predicate nobody has supplied
 * fails.
 *
 * @example
 * ```ts
 * import { judge, type Flat, type IsoDay, type Rule, type Seeker } from 'einzug'
 * const household = { id: 'H1', members: [{ id: 'P1' }, { id: 'P2' }] }
 * const seeker = { household, regime: 'AsylbLG', waitingSince: '2016-01-01' } as unknown as Seeker
 * const flat = { id: 'F1', district: 'Mitte', area: 48, rooms: 2, rent: { cold: 46000 } } as unknown as Flat
 * const cap: Rule = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { byPersons: [351, 425] }, unit: 'EUR' }
 * const day = '2016-03-01' as IsoDay
 * const shortfall = { amount: 3500, unit: 'cent' }
 * judge(cap, seeker, flat, day) // => { _tag: 'Fails', asked: 42500, found: 46000, shortfall }
 * ```
 * @category rules
 */
export const judge = (
  rule: Rule,
  seeker: Seeker,
  flat: Flat,
  on: IsoDay,
  predicates: Predicates = {},
): Verdict => {
  if (!isFor(rule, seeker)) return { _tag: 'Abstains', because: 'other regimes' }
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return compare(rule, seeker, flat, on)
    case 'oneOf':
    case 'noneOf':
      return lookUp(rule, seeker, flat)
    case 'implies':
      return imply(rule, seeker, flat)
    case 'residenceDuty':
      return reside(rule, seeker, flat, on)
    case 'where':
      return ask(rule, predicates, seeker, flat, on)
  }
}

/** Whether a rule is for the regime of a household. */
export const isFor = (rule: Named, { regime }: Seeker): boolean => rule.for?.includes(regime) ?? true

const compare = (rule: Comparison, seeker: Seeker, flat: Flat, on: IsoDay): Verdict => {
  const counts = countsOf(rule.asks, seeker, on)
  if (counts.includes(undefined)) return { _tag: 'Abstains', because: 'household does not say' }
  const asked = amountFor(rule.asks, rule.unit, ...counts)
  if (asked === undefined) return { _tag: 'Abstains', because: 'limit not stated' }
  const found = flatMeasures[rule.flat].of(flat, on)
  if (found === undefined) return flatDoesNotSay(rule, asked)
  if (rule.rule === 'atLeast' ? found >= asked : found <= asked) return passes
  // without end, because nothing is stated: no number to show, and none that JSON could carry
  if (!Number.isFinite(found)) return { _tag: 'Fails', asked, found: null }
  const amount = Math.abs(toNumber(sumOf([found, 1], [asked, -1])))
  return { _tag: 'Fails', asked, found, shortfall: { amount, unit: innerUnit(rule.unit) } }
}

const lookUp = (rule: Membership, seeker: Seeker, flat: Flat): Verdict => {
  const list = listOf(rule.list, seeker, flat)
  if (list.length === 0) return passes
  const found = wordOf(rule.word, seeker, flat)
  if (found === undefined) return flatDoesNotSay(rule, list)
  return list.includes(found) === (rule.rule === 'oneOf') ? passes : { _tag: 'Fails', asked: list, found }
}

const wordOf = (word: Word, seeker: Seeker, flat: Flat): string | undefined =>
  word === 'household.regime' ? words[word].of(seeker) : words[word].of(flat)

const listOf = (list: List | ReadonlyArray<string>, seeker: Seeker, flat: Flat): ReadonlyArray<string> => {
  if (typeof list !== 'string') return list
  return (list === 'flat.regimes' ? lists[list].of(flat) : lists[list].of(seeker)) ?? []
}

const imply = (rule: Implication, seeker: Seeker, flat: Flat): Verdict => {
  if (!householdFlags[rule.household].of(seeker)) return passes
  const has = flatFlags[rule.flat].of(flat)
  if (has === undefined) return flatDoesNotSay(rule, rule.flat)
  return has ? passes : { _tag: 'Fails', asked: rule.flat, found: 'no' }
}

/** A duty that the flat breaks is told before one that it says nothing to. */
const reside = (rule: ResidenceRule, { household }: Seeker, flat: Flat, on: IsoDay): Verdict => {
  const duties = (household.residenceDuties ?? []).filter(duty => bindsOn(duty, on))
  const broken = duties.find(({ scope, place }) => flat[scope] !== undefined && flat[scope] !== place)
  if (broken !== undefined) return { _tag: 'Fails', asked: broken.place, found: flat[broken.scope] as string }
  const silent = duties.find(({ scope }) => flat[scope] === undefined)
  return silent === undefined ? passes : flatDoesNotSay(rule, silent.place)
}

const flatDoesNotSay = ({ unstated }: { readonly unstated?: Unstated }, asked: Failure['asked']): Verdict =>
  unstated === 'allow'
    ? { _tag: 'Abstains', because: 'flat does not say' }
    : { _tag: 'Fails', asked, found: null }

const ask = (
  { predicate: asked }: Where,
  predicates: Predicates,
  seeker: Seeker,
  flat: Flat,
  on: IsoDay,
): Verdict => {
  // a name such as `constructor` must not find what every object inherits
  const predicate = Object.hasOwn(predicates, asked) ? predicates[asked] : undefined
  if (predicate === undefined) return { _tag: 'Fails', asked, found: null }
  return predicate(seeker, flat, on) ? passes : { _tag: 'Fails', asked, found: 'no' }
}
