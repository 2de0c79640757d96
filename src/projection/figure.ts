import { dayOf, type IsoDay } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'

/**
 * The days from `from` up to, but not including, `until`.
 *
 * @category model
 */
export interface Period {
  readonly from: IsoDay
  readonly until: IsoDay
}

/**
 * Whom a figure counts.
 *
 * @category model
 */
export type Counted = 'persons' | 'households'

/**
 * The day or the period a figure is about.
 *
 * @category model
 */
export type When = { readonly day: IsoDay } | { readonly period: Period }

/**
 * A figure's name, the unit it counts in, and one sentence that says exactly what is counted.
 *
 * @category model
 */
export interface Stated {
  readonly figure: string
  readonly unit: string
  readonly basis: string
}

/**
 * A whole number.
 *
 * @category model
 */
export type Count = Stated & When & { readonly count: number }

/**
 * Two whole numbers: `numerator` in `unit`, `denominator` in the unit `of`. It stays a fraction until
 * {@link percent} formats it.
 *
 * @category model
 */
export type Ratio = Stated &
  When & { readonly numerator: number; readonly of: string; readonly denominator: number }

/**
 * A whole number and the parts that add up to it.
 *
 * @category model
 */
export type Breakdown<Part extends string> = Stated &
  When & { readonly count: number; readonly parts: Readonly<Record<Part, number>> }

/**
 * What a view says: always whole numbers, never a bare percentage.
 *
 * @category model
 */
export type Figure = Count | Ratio | Breakdown<string>

/** The day or period of a question as a figure states it. */
export const stated = (when: IsoDay | Period): When =>
  typeof when === 'string' ? { day: when } : { period: when }

/** The nights of a question. A day asks for the night that begins on it. */
export const nightsOf = (when: IsoDay | Period): Interval =>
  typeof when === 'string'
    ? { from: dayOf(when), until: dayOf(when) + 1 }
    : { from: dayOf(when.from), until: dayOf(when.until) }

/**
 * The share of one part of a breakdown in the whole.
 *
 * @example
 * ```ts
 * import { type Breakdown, type IsoDay, percent, share } from 'einzug'
 * const parts = { flat: 33_429, site: 76_598, reception: 19_521 }
 * const stated = { figure: 'dwellings', unit: 'households', basis: 'IT.NRW', day: '2015-12-31' as IsoDay }
 * const dwellings: Breakdown<keyof typeof parts> = { ...stated, count: 129_548, parts }
 * percent(share('flat')(dwellings), 1) // => '25.8 %'
 * ```
 * @category ratios
 */
export const share =
  <Part extends string>(part: Part) =>
  ({ parts, count, ...rest }: Breakdown<Part>): Ratio => ({
    ...rest,
    figure: `${rest.figure}: ${part}`,
    numerator: parts[part],
    of: rest.unit,
    denominator: count,
  })

/**
 * A ratio as a percentage with a number of digits after the point, rounded half up from the exact fraction.
 * Of nothing there is no percentage, and the text says so. `digits` is 0 or more.
 *
 * @example
 * ```ts
 * import { type IsoDay, percent } from 'einzug'
 * const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const stated = { figure: 'decentral ratio, intake', unit: 'persons', of: 'persons', basis: '…', period }
 * percent({ ...stated, numerator: 568, denominator: 1020 }, 1) // => '55.7 %'
 * percent({ ...stated, numerator: 0, denominator: 0 }, 1) // => '– (of 0 persons)'
 * ```
 * @category ratios
 */
export const percent = ({ numerator, denominator, of }: Ratio, digits: number): string => {
  if (denominator === 0) return `– (of 0 ${of})`
  const twice = 2n * BigInt(denominator)
  const rounded = (2n * BigInt(numerator) * 10n ** BigInt(digits + 2) + BigInt(denominator)) / twice
  const text = rounded.toString().padStart(digits + 1, '0')
  const point = text.length - digits
  return `${text.slice(0, point)}${digits === 0 ? '' : `.${text.slice(point)}`} %`
}
