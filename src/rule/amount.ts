import type { IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { isAged } from '../domain/person.ts'
import { type Decimal, inHundredths, percentOf, sumOf, toNumber, total } from './decimal.ts'
import { householdMeasures, type Unit } from './quantity.ts'
import type { Amount, People, Term } from './rule.ts'
import { standards } from './standard.ts'

/**
 * What an amount asks of a household on a day: in whole cents where the unit is money, else in the unit itself;
 * `undefined` = not stated. Money is scaled and added up as written and rounded once, to the nearest cent, halves
 * up: 351 EUR at 110 % are 38,610 cents.
 */
export const amountOf = (amount: Amount, unit: Unit, seeker: Seeker, on: IsoDay): number | undefined =>
  amountFor(amount, unit, ...countsOf(amount, seeker, on))

/** The same for many households of one day: what like households ask is worked out once. */
export const asking = (amount: Amount, unit: Unit, on: IsoDay): ((seeker: Seeker) => number | undefined) => {
  const asked = new Map<string, number | undefined>()
  return seeker => {
    const counts = countsOf(amount, seeker, on)
    const key = counts.join()
    if (!asked.has(key)) asked.set(key, amountFor(amount, unit, ...counts))
    return asked.get(key)
  }
}

/** The terms that an amount adds up. */
export const termsOf = (amount: Amount): ReadonlyArray<Term> => ('sum' in amount ? amount.sum : [amount])

/** All that an amount depends on, term by term; `undefined` = the household does not say. */
export const countsOf = (amount: Amount, seeker: Seeker, on: IsoDay): ReadonlyArray<number | undefined> =>
  termsOf(amount).map(term => countOf(term, seeker, on))

/** The one number that a term depends on: people that count, what a standard asks, or once. */
export const countOf = (term: Term, seeker: Seeker, on: IsoDay): number | undefined => {
  if ('fixed' in term) return 1
  if ('standard' in term) return standards[term.standard].of(seeker.household, on)
  return 'times' in term ? peopleOf(term.of, seeker, on) : householdMeasures.persons.of(seeker)
}

/** How many people of a household count; `undefined` where an age is not known exactly enough. */
export const peopleOf = (people: People, seeker: Seeker, on: IsoDay): number | undefined => {
  if (typeof people === 'string') return householdMeasures[people].of(seeker, on)
  const aged = seeker.household.members.map(({ age }) => isAged(age, people, on))
  return aged.includes(undefined) ? undefined : aged.filter(Boolean).length
}

/** What an amount asks where its terms depend on these numbers. */
export const amountFor = (
  amount: Amount,
  unit: Unit,
  ...counts: ReadonlyArray<number | undefined>
): number | undefined => {
  const parts: Array<Decimal> = []
  for (const [at, term] of termsOf(amount).entries()) {
    const part = termFor(term, counts[at])
    if (part === undefined) return undefined
    parts.push(part)
  }
  return inUnit(total(parts), unit)
}

const termFor = (term: Term, count: number | undefined): Decimal | undefined => {
  if (count === undefined) return undefined
  if ('fixed' in term) return sumOf([term.fixed, 1])
  if ('standard' in term) return sumOf([count, 1])
  if ('times' in term) return sumOf([term.times, count], [term.plus ?? 0, 1])
  const { byPersons, eachFurther, percent = 100 } = term
  const further = Math.max(0, count - byPersons.length)
  const entry = byPersons[count - further - 1]
  if (entry === null || entry === undefined) return undefined
  if (further > 0 && eachFurther === undefined) return undefined
  return percentOf(sumOf([entry, 1], [eachFurther ?? 0, further]), percent)
}

const inUnit = (sum: Decimal, unit: Unit): number => {
  const value =
    unit === 'EUR'
      ? Math.round(toNumber(inHundredths(sum)))
      : unit === 'cent'
        ? Math.round(toNumber(sum))
        : toNumber(sum)
  return value + 0 // never -0, which JSON would not keep
}
