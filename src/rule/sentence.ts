import type { Shortfall, Verdict } from './judge.ts'
import { inner } from './judge.ts'
import { flatMeasures, type Unit, words } from './quantity.ts'
import type { Rule } from './rule.ts'

/**
 * An amount with its unit, as a person reads it; money is given in cents.
 *
 * @example
 * ```ts
 * import { formatAmount } from 'einzug'
 * formatAmount(38610, 'cent') // => '€386.10'
 * formatAmount(58.5, 'm²') // => '58.5 m²'
 * formatAmount(1, 'rooms') // => '1 room'
 * ```
 * @category explanations
 */
export const formatAmount = (amount: number, unit: Shortfall['unit']): string => {
  switch (unit) {
    case 'cent':
      return `€${(amount / 100).toFixed(2)}`
    case 'm²':
      return `${amount} m²`
    default:
      return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
  }
}

/**
 * A verdict as a short English phrase.
 *
 * @example
 * ```ts
 * import { sentence, type Rule } from 'einzug'
 * const beds: Rule = { rule: 'atLeast', name: 'beds', flat: 'bedrooms', asks: { fixed: 3 }, unit: 'rooms' }
 * const cap: Rule = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 400 }, unit: 'EUR' }
 * sentence(beds, { _tag: 'Fails', asked: 3, found: 2, shortfall: { amount: 1, unit: 'rooms' } }) // => 'asks 3 bedrooms, has 2'
 * sentence(cap, { _tag: 'Fails', asked: 40000, found: 43500, shortfall: { amount: 3500, unit: 'cent' } }) // => 'cold rent is €435.00, €35.00 over €400.00'
 * sentence(beds, { _tag: 'Abstains', unstated: 'limit' }) // => 'no limit is stated for a household of this size'
 * ```
 * @category explanations
 */
export const sentence = (rule: Rule, verdict: Verdict): string => {
  switch (verdict._tag) {
    case 'Passes':
      return 'fits'
    case 'Abstains':
      return verdict.unstated === 'limit'
        ? 'no limit is stated for a household of this size'
        : `the flat does not state ${subject(rule)}`
    case 'Fails':
      return verdict.found === null && rule.rule !== 'where'
        ? `asks ${asked(rule, verdict.asked)}, and the flat does not state it`
        : failure(rule, verdict)
  }
}

type Failure = Extract<Verdict, { _tag: 'Fails' }>

const failure = (rule: Rule, { asked: limit, found, shortfall }: Failure): string => {
  switch (rule.rule) {
    case 'atLeast':
      return `asks ${asked(rule, limit)}, has ${bare(found, rule.unit)}`
    case 'atMost':
      return `${subject(rule)} is ${bare(found, rule.unit)}, ${bare(shortfall?.amount ?? 0, rule.unit)} over ${bare(limit, rule.unit)}`
    case 'oneOf':
      return `${subject(rule)} ${String(found)} is not among ${String(limit)}`
    case 'noneOf':
      return `${subject(rule)} ${String(found)} is ruled out`
    case 'implies':
      return `must be: ${asked(rule, limit)}`
    case 'where':
      return found === null ? `the rule "${String(limit)}" is unknown` : `does not meet "${String(limit)}"`
  }
}

/** What the rule is about. */
const subject = (rule: Rule): string => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return flatMeasures[rule.flat].label
    case 'oneOf':
    case 'noneOf':
      return words[rule.word].label
    case 'implies':
    case 'where':
      return `whether "${rule.name}" holds`
  }
}

/** What the rule asks, with the quantity's name where the unit alone does not say it. */
const asked = (rule: Rule, limit: Failure['asked']): string => {
  if (rule.rule !== 'atLeast' && rule.rule !== 'atMost') return String(limit)
  const { label } = flatMeasures[rule.flat]
  if (rule.unit === 'rooms') return `${String(limit)} ${limit === 1 ? label.slice(0, -1) : label}`
  return `${label} ${rule.rule === 'atLeast' ? 'from' : 'up to'} ${bare(limit, rule.unit)}`
}

const bare = (amount: Failure['asked'] | Failure['found'], unit: Unit): string =>
  typeof amount !== 'number' || unit === 'rooms' ? String(amount) : formatAmount(amount, inner(unit))
