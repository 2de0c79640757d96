import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { IsoDay } from '../../domain/day.ts'
import { type Figure, nightsOf, type Period } from '../figure.ts'
import type { Ledger } from './book.ts'
import { figureAt } from './figure-at.ts'
import { type Measure, statementOf } from './measure.ts'
import { read } from './read.ts'
import { whole } from './reading.ts'
import { instantOf, type Unanswerable, whyNot } from './unanswerable.ts'

/**
 * The two dates of a measure: the day or period that it is about, and the instant as known at which it is to be
 * answered; without that, as known now. Of a period, a stock stands at its last day; of a day, a flow is that of this
 * day alone.
 *
 * @category series
 */
export interface AsOf {
  readonly effective: IsoDay | Period
  readonly known?: string
}

/**
 * A figure as of any day or period, as known at any time. What was recorded later than `known` does not count, late
 * facts, corrections and annulments included: what was once said can be said again. O(postings).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { asOf, fold, type IsoDay, ledger, type Recorded } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const assigned = (id: string, on: string, recordedAt: string) =>
 *   ({
 *     type: 'HouseholdAssigned',
 *     data: { on, household: { id, members }, regime: 'AsylbLG' },
 *     envelope: { stream: 'town', version: 1, recordedAt, schema: 1, commandId: id },
 *   }) as unknown as Recorded
 * const books = fold(ledger)([
 *   assigned('H1', '2016-12-01', '2016-12-01T09:00:00.000Z'),
 *   assigned('H2', '2016-12-20', '2017-01-16T09:00:00.000Z'), // reported late
 * ])
 * const population = { figure: 'population', unit: 'households' } as const
 * const effective = '2016-12-31' as IsoDay
 * const countAt = (known?: string) =>
 *   F.pipe(books, asOf(population, known === undefined ? { effective } : { effective, known }), E.map(figure => 'count' in figure && figure.count))
 * countAt('2017-01-02T12:00:00.000Z') // => E.right(1)
 * countAt() // => E.right(2)
 * ```
 * @category series
 */
export const asOf =
  (measure: Measure, { effective, known }: AsOf) =>
  (ledger: Ledger): Either<Unanswerable, Figure> => {
    const not = whyNot(ledger, measure, known, undefined)
    if (not !== undefined) return E.left(not)
    const points = [nightsOf(effective)]
    const numbers = read(measure, { ledger, known: instantOf(known), points })(undefined).get(whole)
    return E.right(figureAt(measure, statementOf(measure, effective), k => numbers?.[k] ?? 0))
  }
