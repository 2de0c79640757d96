import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import type * as rule from '../rule/rent-cap.ts'
import { IsoDay } from './day.ts'
import { decode } from './decode.ts'
import type { Issue, Issues } from './issue.ts'
import { number, Text, words } from './scalar.ts'
import { closed, list, orNull, refine } from './structure.ts'

const Euros = /* @__PURE__ */ number('EUR from 0 to 1,000,000', n => n >= 0 && n <= 1_000_000)
const Percent = /* @__PURE__ */ number('a percentage from 0 to 1,000', n => n >= 0 && n <= 1000)

const rowIssues = ({ from, until, byPersons }: rule.RentCap): ReadonlyArray<Issue> => [
  ...(until !== undefined && until <= from
    ? [{ path: ['until'], expected: `a day after ${from}`, found: until }]
    : []),
  ...(byPersons.length === 0
    ? [{ path: ['byPersons'], expected: 'at least one entry', found: byPersons }]
    : []),
]

/** @category rent caps */
export type RentCap = rule.RentCap

/**
 * A row of a table of rent caps: it ends after it begins, and keys that are not known are errors.
 *
 * @category rent caps
 */
export const RentCap: t.Type<rule.RentCap> = /* @__PURE__ */ refine(
  /* @__PURE__ */ closed<rule.RentCap>(
    'a rent cap',
    {
      municipality: Text,
      from: IsoDay,
      basis: /* @__PURE__ */ words<rule.RentCap['basis']>({ coldRent: true, grossColdRent: true }),
      byPersons: /* @__PURE__ */ list('a list of caps', /* @__PURE__ */ orNull(Euros)),
    },
    { until: IsoDay, eachFurther: Euros, percent: Percent },
  ),
  rowIssues,
)

/**
 * Reads a table of rent caps, as `JSON.parse` returns it.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decodeRentCaps, issueSentence } from 'einzug/codec'
 * const row = { municipality: 'Dülmen', from: '2025-01-01', basis: 'grossColdRent', byPersons: [468, null] }
 * decodeRentCaps([row]) // => E.right([row])
 * const wrong = decodeRentCaps([row, { ...row, basis: 'warm' }])
 * E.mapLeft(issues => issues.map(issueSentence))(wrong) // => E.left(['[1].basis: expected one of coldRent, grossColdRent, found "warm"'])
 * ```
 * @category decoding
 */
export const decodeRentCaps: (input: unknown) => Either<Issues, ReadonlyArray<rule.RentCap>> =
  /* @__PURE__ */ decode(/* @__PURE__ */ list('a list of rent caps', RentCap))
