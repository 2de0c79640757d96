import type { Breakdown } from '../../figure.ts'
import { percent, share } from '../../figure.ts'

/**
 * The percentages of a breakdown, part by part, and a sentence on their sum.
 *
 * @category disclosure
 */
export interface Percentages<Part extends string> {
  readonly parts: Readonly<Record<Part, string>>
  readonly note: string
}

/**
 * Each part of a breakdown as a percentage of the whole, rounded on its own from the exact fraction. So they may make
 * 99.9 or 100.1 together, and the note says so: nothing is bent to make them fit.
 *
 * @example
 * ```ts
 * import { type Breakdown, type IsoDay, percentages } from 'einzug'
 * const parts = { flat: 1, site: 1, reception: 1 }
 * const thirds: Breakdown<keyof typeof parts> = {
 *   figure: 'dwellings', unit: 'households', basis: '…', day: '2015-12-31' as IsoDay, count: 3, parts,
 * }
 * percentages(1)(thirds).parts // => { flat: '33.3 %', site: '33.3 %', reception: '33.3 %' }
 * percentages(1)(thirds).note // => 'Each percentage is rounded on its own; together they may not make 100 %.'
 * ```
 * @category disclosure
 */
export const percentages =
  (digits: number) =>
  <Part extends string>(breakdown: Breakdown<Part>): Percentages<Part> => ({
    parts: Object.fromEntries(
      Object.keys(breakdown.parts).map(part => [part, percent(share(part as Part)(breakdown), digits)]),
    ) as Record<Part, string>,
    note: 'Each percentage is rounded on its own; together they may not make 100 %.',
  })
