import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { amountOf } from './amount.ts'
import { judge, listOf, type Predicates, wordOf } from './judge.ts'
import type { Policy } from './policy.ts'
import { flatFlags, flatMeasures, householdFlags } from './quantity.ts'
import type { Comparison, Implication, Rule } from './rule.ts'

/** Whether household `h` may live in flat `f`, both by their place in the lists compiled for. */
export type Check = (h: number, f: number) => boolean

/** What is judged: many households, many flats, one day. */
export interface Field {
  readonly seekers: ReadonlyArray<Seeker>
  readonly flats: ReadonlyArray<Flat>
  readonly on: IsoDay
  readonly predicates: Predicates
}

/**
 * The rules of a policy as one check over columns: each rule's two sides are read once per household and once
 * per flat, and a pair costs one comparison of numbers per rule. Says what `judge` says, pair by pair: allowed
 * where no rule fails.
 */
export const compile = (policy: Policy, field: Field): Check => {
  const checks = policy.rules.map(rule => checkOf(rule, field))
  return (h, f) => {
    for (const check of checks) if (!check(h, f)) return false
    return true
  }
}

const checkOf = (rule: Rule, field: Field): Check => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return comparison(rule, field)
    case 'implies':
      return implication(rule, field)
    case 'oneOf':
    case 'noneOf':
      return byWords(rule, field)
    case 'where':
      return (h, f) => allows(rule, field, h, f)
  }
}

/** Not stated is written as a number that no comparison, or every comparison, fails. */
const comparison = (rule: Comparison, { seekers, flats, on }: Field): Check => {
  const least = rule.rule === 'atLeast'
  const never = least ? -Infinity : Infinity
  const unstated = rule.unstated === 'allow' ? -never : Number.NaN
  const asked = Float64Array.from(seekers, seeker => amountOf(rule.asks, rule.unit, seeker, on) ?? never)
  const found = Float64Array.from(flats, flat => flatMeasures[rule.flat].of(flat, on) ?? unstated)
  // a limit that is not stated (`never`) lets even an unstated flat pass
  return least
    ? (h, f) => (found[f] as number) >= (asked[h] as number) || asked[h] === never
    : (h, f) => (found[f] as number) <= (asked[h] as number) || asked[h] === never
}

const implication = (rule: Implication, { seekers, flats }: Field): Check => {
  const needs = Uint8Array.from(seekers, seeker => Number(householdFlags[rule.household].of(seeker)))
  const has = Uint8Array.from(flats, flat => Number(flatFlags[rule.flat].of(flat) ?? rule.unstated === 'allow'))
  return (h, f) => (needs[h] as number) <= (has[f] as number)
}

/** A rule of words depends on few different words and lists: each combination is judged once. */
const byWords = (rule: Extract<Rule, { rule: 'oneOf' | 'noneOf' }>, field: Field): Check => {
  const codesOf = <A>(all: ReadonlyArray<A>, key: (each: A) => unknown): readonly [Int32Array, ReadonlyArray<number>] => {
    const codes = new Map<string, number>()
    const firsts: Array<number> = []
    const column = Int32Array.from(all, (each, at) => {
      const text = JSON.stringify(key(each))
      const code = codes.get(text)
      if (code !== undefined) return code
      codes.set(text, firsts.length)
      return firsts.push(at) - 1
    })
    return [column, firsts]
  }
  const [households, someHousehold] = codesOf(field.seekers, seeker => [
    rule.word === 'household.regime' ? wordOf(rule.word, seeker, noFlat) : '',
    rule.list === 'flat.regimes' ? '' : listOf(rule.list, seeker, noFlat),
  ])
  const [flats, someFlat] = codesOf(field.flats, flat => [flat.district, flat.landlord?.regimes])
  const verdicts = someHousehold.map(h => someFlat.map(f => allows(rule, field, h, f)))
  return (h, f) => verdicts[households[h] as number]?.[flats[f] as number] === true
}

/** Stands in where only the household's side is read. */
const noFlat = {} as Flat

const allows = (rule: Rule, { seekers, flats, on, predicates }: Field, h: number, f: number): boolean =>
  judge(rule, seekers[h] as Seeker, flats[f] as Flat, on, predicates)._tag !== 'Fails'
