import { productOf, sumOf, toNumber } from './decimal.ts'
import type { RentCap } from './rent-cap.ts'

/**
 * A table by the number of persons, its first entry for one; `null` = not stated. `eachFurther` is added per person
 * beyond its end.
 *
 * @category rent caps
 */
export interface ByPersons {
  readonly byPersons: ReadonlyArray<number | null>
  readonly eachFurther?: number
}

/**
 * Caps by the product theory (Produkttheorie, BSG 07.11.2006, B 7b AS 18/06 R): the area that is suitable for so many
 * persons, in m², times the rent of a square metre, in EUR. The rent may be one for all sizes or one for each; with
 * one for each, nothing is stated beyond the end of the shorter table.
 *
 * @example
 * ```ts
 * import { productTheory } from 'einzug'
 * const areas = { byPersons: [50, 65, 80], eachFurther: 15 }
 * productTheory({ areas, perSquareMetre: 9.36 }) // => { byPersons: [468, 608.4, 748.8], eachFurther: 140.4 }
 * productTheory({ areas, perSquareMetre: [9.36, null, 8.5] }) // => { byPersons: [468, null, 680] }
 * ```
 * @category rent caps
 */
export const productTheory = ({
  areas: { byPersons, eachFurther },
  perSquareMetre,
}: {
  readonly areas: ByPersons
  readonly perSquareMetre: number | ReadonlyArray<number | null>
}): ByPersons => {
  const product = (area: number, rate: number): number =>
    toNumber(productOf(sumOf([area, 1]), sumOf([rate, 1])))
  if (typeof perSquareMetre !== 'number') {
    const sizes = byPersons.slice(0, perSquareMetre.length)
    return {
      byPersons: sizes.map((area, at) => {
        const rate = perSquareMetre[at] ?? null
        return area === null || rate === null ? null : product(area, rate)
      }),
    }
  }
  return {
    byPersons: byPersons.map(area => (area === null ? null : product(area, perSquareMetre))),
    ...(eachFurther === undefined ? {} : { eachFurther: product(eachFurther, perSquareMetre) }),
  }
}

/**
 * Caps where a municipality has no conclusive concept of its own: the maximum that housing benefit takes into account
 * (§ 12 WoGG) with a safety margin of a tenth (BSG 12.12.2013, B 4 AS 87/12 R). `table` holds the maxima that apply
 * to each municipality, by the day they came into force.
 *
 * @example
 * ```ts
 * import { housingBenefitMaximum, type IsoDay } from 'einzug'
 * const level2 = { municipality: 'Dülmen', from: '2016-01-01' as IsoDay, byPersons: [351, 425], eachFurther: 81 }
 * housingBenefitMaximum([level2]) // => [{ ...level2, basis: 'grossColdRent', percent: 110 }]
 * ```
 * @category rent caps
 */
export const housingBenefitMaximum = (
  table: ReadonlyArray<Omit<RentCap, 'basis' | 'percent'>>,
  percent = 110,
): ReadonlyArray<RentCap> => table.map(row => ({ ...row, basis: 'grossColdRent', percent }))
