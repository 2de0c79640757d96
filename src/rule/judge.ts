import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { amountOf } from './amount.ts'
import { flatFlags, flatMeasures, householdFlags, type List, lists, type Unit, type Word, words } from './quantity.ts'
import type { Comparison, Implication, Membership, Rule } from './rule.ts'

/**
 * The functions that `where` rules name.
 *
 * @category model
 */
export type Predicates = Readonly<Record<string, (seeker: Seeker, flat: Flat, on: IsoDay) => boolean>>

/**
 * By how much a flat misses what is asked: in cents for money, else in the unit.
 *
 * @category model
 */
export interface Shortfall {
  readonly amount: number
  readonly unit: Exclude<Unit, 'EUR'>
}

/**
 * What a rule says of a household and a flat. `Abstains` lets the pair pass and says what is not stated.
 *
 * @category model
 */
export type Verdict =
  | { readonly _tag: 'Passes' }
  | { readonly _tag: 'Abstains'; readonly unstated: 'limit' | 'flat' }
  | {
      readonly _tag: 'Fails'
      /** What the rule asks; a number in cents where it is money. */
      readonly asked: number | string | ReadonlyArray<string>
      /** What the flat (or, for a word looked up, the word) is; `null` = not stated. */
      readonly found: number | string | null
      readonly shortfall?: Shortfall
    }

const passes: Verdict = { _tag: 'Passes' }

/** The unit that amounts are counted in inside. */
export const inner = (unit: Unit): Exclude<Unit, 'EUR'> => (unit === 'EUR' ? 'cent' : unit)

/**
 * Judges one rule for one household and one flat on a day.
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
export const judge = (rule: Rule, seeker: Seeker, flat: Flat, on: IsoDay, predicates: Predicates = {}): Verdict => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return compare(rule, seeker, flat, on)
    case 'oneOf':
    case 'noneOf':
      return lookUp(rule, seeker, flat)
    case 'implies':
      return imply(rule, seeker, flat)
    case 'where': {
      const predicate = Object.hasOwn(predicates, rule.predicate) ? predicates[rule.predicate] : undefined
      if (predicate === undefined) return { _tag: 'Fails', asked: rule.predicate, found: null }
      return predicate(seeker, flat, on) ? passes : { _tag: 'Fails', asked: rule.predicate, found: 'no' }
    }
  }
}

const compare = (rule: Comparison, seeker: Seeker, flat: Flat, on: IsoDay): Verdict => {
  const asked = amountOf(rule.asks, rule.unit, seeker, on)
  if (asked === undefined) return { _tag: 'Abstains', unstated: 'limit' }
  const found = flatMeasures[rule.flat].of(flat, on)
  if (found === undefined) {
    return rule.unstated === 'allow' ? { _tag: 'Abstains', unstated: 'flat' } : { _tag: 'Fails', asked, found: null }
  }
  const missing = rule.rule === 'atLeast' ? asked - found : found - asked
  if (missing <= 0) return passes
  // areas have two decimals, rooms one: rounding drops what binary subtraction leaves behind them
  const amount = Math.round(missing * 100) / 100
  return { _tag: 'Fails', asked, found, shortfall: { amount, unit: inner(rule.unit) } }
}

const lookUp = (rule: Membership, seeker: Seeker, flat: Flat): Verdict => {
  const list = listOf(rule.list, seeker, flat)
  if (list.length === 0) return passes
  const found = wordOf(rule.word, seeker, flat)
  return list.includes(found) === (rule.rule === 'oneOf') ? passes : { _tag: 'Fails', asked: list, found }
}

/** The word itself. */
export const wordOf = (word: Word, seeker: Seeker, flat: Flat): string =>
  word === 'flat.district' ? words[word].of(flat) : words[word].of(seeker)

/** The list itself; empty where nothing is stated. */
export const listOf = (list: List | ReadonlyArray<string>, seeker: Seeker, flat: Flat): ReadonlyArray<string> =>
  typeof list !== 'string' ? list : ((list === 'flat.regimes' ? lists[list].of(flat) : lists[list].of(seeker)) ?? [])

const imply = (rule: Implication, seeker: Seeker, flat: Flat): Verdict => {
  if (!householdFlags[rule.household].of(seeker)) return passes
  const has = flatFlags[rule.flat].of(flat)
  if (has === true) return passes
  if (has === undefined && rule.unstated === 'allow') return { _tag: 'Abstains', unstated: 'flat' }
  return { _tag: 'Fails', asked: flatFlags[rule.flat].label, found: has === undefined ? null : 'no' }
}
