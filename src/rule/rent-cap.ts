import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { dayOf, type IsoDay } from '../domain/day.ts'
import { covers } from '../domain/interval.ts'
import type { Comparison } from './rule.ts'

/**
 * A row of a table of rent caps (Angemessenheitsgrenzen, § 22 SGB II, § 35 SGB XII): what the rent of a month may be
 * at most in a municipality, in EUR by the number of persons. It holds from a day up to but not including `until`, or
 * until the next row of the municipality begins. An entry that is `null` is not stated; it is not zero.
 *
 * @category rent caps
 */
export interface RentCap {
  readonly municipality: string
  readonly from: IsoDay
  readonly until?: IsoDay
  readonly basis: 'coldRent' | 'grossColdRent'
  readonly byPersons: ReadonlyArray<number | null>
  readonly eachFurther?: number
  readonly percent?: number
}

/**
 * Why no cap can be told: the table does not know the municipality, has no row for the day, or has several (`rows`
 * are their places in the table).
 *
 * @category rent caps
 */
export type RentCapError =
  | {
      readonly _tag: 'UnknownMunicipality'
      readonly municipality: string
      readonly known: ReadonlyArray<string>
    }
  | { readonly _tag: 'NoRowForDay'; readonly municipality: string; readonly on: IsoDay }
  | {
      readonly _tag: 'OverlappingRows'
      readonly municipality: string
      readonly on: IsoDay
      readonly rows: ReadonlyArray<number>
    }

const quantities = { coldRent: 'coldRentShare', grossColdRent: 'grossColdRentShare' } as const

/**
 * The cap in force for a municipality on a day, as a rule named `rent cap`. It is held against what a household pays:
 * the whole rent of a flat let whole, its share of a flat let room by room, whose sharers are each judged by their
 * own number of persons (they are no Bedarfsgemeinschaft, BSG 18.06.2008, B 14/11b AS 61/06 R).
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { type IsoDay, type RentCap, rentCap } from 'einzug'
 * const table = [
 *   { municipality: 'Dülmen', from: '2023-01-01', basis: 'grossColdRent', byPersons: [430, null] },
 *   { municipality: 'Dülmen', from: '2025-01-01', basis: 'grossColdRent', byPersons: [468, 567.1], eachFurther: 108.2 },
 * ] as unknown as ReadonlyArray<RentCap>
 * const on = (day: string) => E.map(({ asks }) => asks)(rentCap(table)('Dülmen', day as IsoDay))
 * on('2024-12-31') // => E.right({ byPersons: [430, null] })
 * on('2025-01-01') // => E.right({ byPersons: [468, 567.1], eachFurther: 108.2 })
 * on('2022-12-31') // => E.left({ _tag: 'NoRowForDay', municipality: 'Dülmen', on: '2022-12-31' })
 * ```
 * @category rent caps
 */
export const rentCap =
  (table: ReadonlyArray<RentCap>) =>
  (municipality: string, on: IsoDay): Either<RentCapError, Comparison> => {
    const own = [...table.entries()].filter(([, row]) => row.municipality === municipality)
    if (own.length === 0) {
      const known = [...new Set(table.map(row => row.municipality))]
      return E.left({ _tag: 'UnknownMunicipality', municipality, known })
    }
    const begins = own.map(([, { from }]) => dayOf(from))
    const inForce = own.filter(([, { from, until }]) => {
      const next = Math.min(...begins.filter(begin => begin > dayOf(from)))
      return covers({ from: dayOf(from), until: until === undefined ? next : dayOf(until) }, dayOf(on))
    })
    const [first, ...others] = inForce
    if (first === undefined) return E.left({ _tag: 'NoRowForDay', municipality, on })
    if (others.length > 0)
      return E.left({ _tag: 'OverlappingRows', municipality, on, rows: inForce.map(([at]) => at) })
    return E.right(ruleOf(first[1]))
  }

const ruleOf = ({ basis, byPersons, eachFurther, percent }: RentCap): Comparison => ({
  rule: 'atMost',
  name: 'rent cap',
  flat: quantities[basis],
  asks: {
    byPersons,
    ...(eachFurther === undefined ? {} : { eachFurther }),
    ...(percent === undefined ? {} : { percent }),
  },
  unit: 'EUR',
})
