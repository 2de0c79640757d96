import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import { sumOf, toNumber } from '../decimal.ts'
import { inForce } from './in-force.ts'

/**
 * Suitable sizes of a dwelling from a day on, in m²: by persons, and for each further person beyond the list; and the
 * greatest excess that is minor.
 *
 * @category model
 */
export interface SuitableSizes {
  readonly from: IsoDay
  readonly law: string
  readonly byPersons: ReadonlyArray<number>
  readonly eachFurther: number
  readonly minorExcess: number
}

/**
 * Suitable sizes in North Rhine-Westphalia, oldest first: Nr. 8.2 of the Wohnraumnutzungsbestimmungen (circular of 12
 * December 2009, MBl. NRW. 2010 p. 6, for § 18 WFNG NRW), in force from 1 January 2010. Courts measure suitable
 * accommodation under the SGB II by them (BSG, 16 May 2012, B 4 AS 109/11 R).
 *
 * @example
 * ```ts
 * import { nrwSuitableSizes } from 'einzug'
 * nrwSuitableSizes.map(({ from, byPersons, eachFurther }) => [from, ...byPersons, eachFurther]) // => [['2010-01-01', 50, 65, 80, 95, 110, 15]]
 * ```
 * @category standards
 */
export const nrwSuitableSizes: ReadonlyArray<SuitableSizes> = [
  {
    from: '2010-01-01' as IsoDay,
    law: 'Nr. 8.2 WNB NRW',
    byPersons: [50, 65, 80, 95, 110],
    eachFurther: 15,
    minorExcess: 5,
  },
]

const sizeOf = ({ byPersons, eachFurther }: SuitableSizes, persons: number): number => {
  const listed = Math.min(persons, byPersons.length)
  return (byPersons[listed - 1] ?? 0) + (persons - listed) * eachFurther
}

/**
 * The suitable size in m² of a dwelling for a household in North Rhine-Westphalia on a day: 50 for one person, 65 for
 * two, 15 more for each further one; see {@link nrwSuitableSizes}. `undefined` before 2010.
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, nrwSuitableSize } from 'einzug'
 * const household = { id: 'H1', members: [{ id: 'P1' }, { id: 'P2' }, { id: 'P3' }] } as unknown as Household
 * nrwSuitableSize(household, '2016-12-31' as IsoDay) // => 80
 * nrwSuitableSize(household, '2009-12-31' as IsoDay) // => undefined
 * ```
 * @category standards
 */
export const nrwSuitableSize = ({ members }: Household, on: IsoDay): number | undefined => {
  const sizes = inForce(nrwSuitableSizes, on)
  return sizes && sizeOf(sizes, members.length)
}

/**
 * By how many m² a dwelling exceeds the suitable size: 0 if it does not; `minor` if it does by 5 at most.
 *
 * @category model
 */
export interface SizeExcess {
  readonly suitable: number
  readonly excess: number
  readonly minor: boolean
}

/**
 * By how much an area in m² exceeds the suitable size for a household; see {@link nrwSuitableSize}.
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, nrwSizeExcess } from 'einzug'
 * const household = { id: 'H1', members: [{ id: 'P1' }] } as unknown as Household
 * const on = '2016-12-31' as IsoDay
 * nrwSizeExcess(household, 48, on) // => { suitable: 50, excess: 0, minor: false }
 * nrwSizeExcess(household, 55, on) // => { suitable: 50, excess: 5, minor: true }
 * nrwSizeExcess(household, 55.1, on) // => { suitable: 50, excess: 5.1, minor: false }
 * ```
 * @category standards
 */
export const nrwSizeExcess = ({ members }: Household, area: number, on: IsoDay): SizeExcess | undefined => {
  const sizes = inForce(nrwSuitableSizes, on)
  if (sizes === undefined) return undefined
  const suitable = sizeOf(sizes, members.length)
  const excess = Math.max(0, toNumber(sumOf([area, 1], [suitable, -1])))
  return { suitable, excess, minor: excess > 0 && excess <= sizes.minorExcess }
}
