import type { AgeBand } from '../domain/person.ts'
import { type Path, type PolicyIssue, unless } from './policy-issue.ts'
import { type FlatQuantity, type Unit, unitsFor } from './quantity.ts'
import type { Amount, Term } from './rule.ts'
import { standards } from './standard.ts'

/** The unit of a quantity is one that it may be written in. */
export const ofUnit = (quantity: FlatQuantity, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> => {
  const units = unitsFor(quantity)
  return unless(units.includes(unit), [...path, 'unit'], units.join(' or '), unit)
}

/** Tables have entries, numbers are finite, standards count in the unit, ages are in order. */
export const ofAmount = (amount: Amount, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> =>
  'sum' in amount
    ? [
        ...unless(amount.sum.length > 0, [...path, 'sum'], 'at least one term', amount.sum),
        ...amount.sum.flatMap((term, at) => ofTerm(term, unit, [...path, 'sum', at])),
      ]
    : ofTerm(amount, unit, path)

const ofTerm = (amount: Term, unit: Unit, path: Path): ReadonlyArray<PolicyIssue> => {
  if ('standard' in amount) {
    const units = unitsFor(standards[amount.standard].quantity)
    return unless(units.includes(unit), [...path, 'standard'], `a standard in ${unit}`, amount.standard)
  }
  const numbers: ReadonlyArray<readonly [string, unknown]> = Object.entries(amount)
  const finite = numbers.flatMap(([key, value]) =>
    typeof value === 'number' ? unless(Number.isFinite(value), [...path, key], 'a finite number', value) : [],
  )
  if ('times' in amount && typeof amount.of !== 'string')
    return [...finite, ...ofBand(amount.of, [...path, 'of'])]
  if (!('byPersons' in amount)) return finite
  return [
    ...finite,
    ...unless(!((amount.percent ?? 100) < 0), [...path, 'percent'], 'a number from 0', amount.percent),
    ...unless(amount.byPersons.length > 0, [...path, 'byPersons'], 'at least one entry', amount.byPersons),
    ...amount.byPersons.flatMap((entry, at) =>
      unless(
        entry === null || Number.isFinite(entry),
        [...path, 'byPersons', at],
        'a finite number or null',
        entry,
      ),
    ),
  ]
}

/** The youngest age of a band is whole and below its end. */
export const ofBand = ({ from = 0, below = Infinity }: AgeBand, path: Path): ReadonlyArray<PolicyIssue> => [
  ...unless(Number.isInteger(from) && from >= 0, [...path, 'from'], 'whole years from 0', from),
  ...unless(
    below === Infinity || (Number.isInteger(below) && below > from),
    [...path, 'below'],
    'whole years, more than from',
    below,
  ),
]
