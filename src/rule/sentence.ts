import type { Failure, Shortfall, Verdict } from './judge.ts'
import { english, type Messages } from './messages.ts'
import { flatMeasures, type InnerUnit, innerUnit } from './quantity.ts'
import type { Comparison, Implication, Membership, Rule, Where } from './rule.ts'

/**
 * An amount with its unit, as an English reader expects it; money is given in cents.
 *
 * @example
 * ```ts
 * import { formatAmount } from 'einzug'
 * formatAmount(138610, 'cent') // => '€1,386.10'
 * formatAmount(58.5, 'm²') // => '58.5 m²'
 * formatAmount(1, 'rooms') // => '1 room'
 * ```
 * @category explanations
 */
export const formatAmount = (amount: number, unit: InnerUnit): string => english.amount(amount, unit)

/**
 * A verdict as a short English phrase about the flat.
 *
 * @example
 * ```ts
 * import { sentence, type Rule } from 'einzug'
 * const beds: Rule = { rule: 'atLeast', name: 'beds', flat: 'bedrooms', asks: { fixed: 3 }, unit: 'rooms' }
 * const cap: Rule = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 400 }, unit: 'EUR' }
 * const over = { amount: 3500, unit: 'cent' } as const
 * sentence(beds, { _tag: 'Fails', asked: 3, found: 2, shortfall: { amount: 1, unit: 'rooms' } }) // => 'asks 3 bedrooms, has 2'
 * sentence(cap, { _tag: 'Fails', asked: 40000, found: 43500, shortfall: over }) // => 'cold rent €435.00, €35.00 over the cap of €400.00'
 * sentence(beds, { _tag: 'Abstains', because: 'limit not stated' }) // => 'no limit is stated for a household of this size'
 * ```
 * @category explanations
 */
export const sentence = (rule: Rule, verdict: Verdict): string => phrase(english, rule, verdict)

/** A verdict as a short phrase about the flat, in the language of the messages. */
export const phrase = (messages: Messages, rule: Rule, verdict: Verdict): string => {
  switch (verdict._tag) {
    case 'Passes':
      return messages.passes
    case 'Abstains':
      return abstention(messages, rule, verdict.because)
    case 'Fails':
      return verdict.found === null ? unsaid(messages, rule) : failure(messages, rule, verdict)
  }
}

const abstention = (
  messages: Messages,
  rule: Rule,
  because: Extract<Verdict, { readonly _tag: 'Abstains' }>['because'],
): string => {
  switch (because) {
    case 'other regimes':
      return messages.otherRegimes
    case 'limit not stated':
      return messages.noLimit
    case 'household does not say':
      return messages.limitUnknown
    case 'flat does not say':
      return unsaid(messages, rule)
  }
}

/** The other side does not say what the rule asks about. */
const unsaid = (messages: Messages, rule: Rule): string => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return messages.notStated(messages.quantity[rule.flat])
    case 'implies':
      return messages.notSaid(messages.whether[rule.flat])
    case 'oneOf':
    case 'noneOf':
      return messages.notStated(messages.word[rule.word])
    case 'residenceDuty':
      return messages.placeUnknown
    case 'where':
      return messages.unknown(rule.predicate)
  }
}

const failure = (messages: Messages, rule: Rule, verdict: Failure): string => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return comparison(messages, rule, verdict)
    case 'oneOf':
    case 'noneOf':
      return membership(messages, rule, verdict)
    case 'implies':
      return implication(messages, rule)
    case 'residenceDuty':
      return messages.residenceDuty(String(verdict.asked), String(verdict.found))
    case 'where':
      return where(messages, rule)
  }
}

const comparison = (messages: Messages, rule: Comparison, { asked, found, shortfall }: Failure): string => {
  const unit = innerUnit(rule.unit)
  const { dimension } = flatMeasures[rule.flat]
  const inWords = (amount: Failure['found' | 'asked']): string =>
    dimension === 'money' || dimension === 'area'
      ? messages.amount(Number(amount), unit)
      : messages.count(Number(amount))
  return rule.rule === 'atLeast'
    ? messages.atLeast(messages.asks[rule.flat](inWords(asked), asked === 1), inWords(found))
    : messages.atMost(
        messages.quantity[rule.flat],
        inWords(found),
        messages.amount((shortfall as Shortfall).amount, unit),
        inWords(asked),
        dimension === 'money',
      )
}

const membership = (messages: Messages, rule: Membership, { asked, found }: Failure): string => {
  const word = messages.word[rule.word]
  const list = typeof rule.list === 'string' ? messages.list[rule.list] : messages.writtenList
  return rule.rule === 'oneOf'
    ? messages.oneOf(word, String(found), list, [asked].flat().join(', '))
    : messages.noneOf(word, String(found), list)
}

const implication = (messages: Messages, rule: Implication): string =>
  messages.implies(messages.need[rule.household], messages.lacks[rule.flat])

const where = (messages: Messages, { predicate }: Where): string => messages.where(predicate)
