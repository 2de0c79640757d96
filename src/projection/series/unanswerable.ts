import type { Ledger } from './book.ts'
import { type Dimension, dimensionsOf } from './dimension.ts'
import type { Measure } from './measure.ts'

/**
 * Why a ledger does not answer a measure:
 * - `CannotBreakDown`: what the figure counts has no such words; `possible` are those that it has.
 * - `NeedsWholeMunicipality`: the ledger was put together from groups of households; who else lives in a flat or site,
 *   none of them knew.
 * - `NotAnInstant`: `known` is no time such as `2017-01-31T12:00:00.000Z`.
 *
 * @category series
 */
export type Unanswerable =
  | {
      readonly _tag: 'CannotBreakDown'
      readonly measure: Measure
      readonly by: Dimension
      readonly possible: ReadonlyArray<Dimension>
    }
  | { readonly _tag: 'NeedsWholeMunicipality'; readonly measure: Measure }
  | { readonly _tag: 'NotAnInstant'; readonly known: string }

/**
 * Whether a figure can be read from a ledger that was put together from groups of households of one municipality, or
 * from whole municipalities only: the denominators of occupancy belong to flats and sites, which groups share.
 *
 * @example
 * ```ts
 * import { coverageOf } from 'einzug'
 * coverageOf({ figure: 'decentral stock', unit: 'persons' }) // => 'households'
 * coverageOf({ figure: 'site occupancy' }) // => 'municipality'
 * ```
 * @category series
 */
export const coverageOf = ({ figure }: Measure): Ledger['coverage'] =>
  figure === 'flat occupancy' || figure === 'site occupancy' ? 'municipality' : 'households'

/** The instant of a measure as a number: none is the end of time. */
export const instantOf = (known: string | undefined): number =>
  known === undefined ? Infinity : Date.parse(known)

/** Why a measure has no answer, if it has none. */
export const whyNot = (
  { coverage }: Ledger,
  measure: Measure,
  known: string | undefined,
  by: Dimension | undefined,
): Unanswerable | undefined => {
  if (known !== undefined && Number.isNaN(instantOf(known))) return { _tag: 'NotAnInstant', known }
  if (coverage === 'households' && coverageOf(measure) === 'municipality')
    return { _tag: 'NeedsWholeMunicipality', measure }
  const possible = dimensionsOf(measure)
  return by === undefined || possible.includes(by)
    ? undefined
    : { _tag: 'CannotBreakDown', measure, by, possible }
}
