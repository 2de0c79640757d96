import { sexAndAge } from './age-band.ts'
import type { Measure } from './measure.ts'
import { noTier } from './roster.ts'
import { districtName, dwellingNames, regimeNames } from './word.ts'

/**
 * What a figure may be broken down by: the district of the home or the place; the household's size, tier of need,
 * regime and cohort (the year in which its time here began); its members' sex and age band; the kind of dwelling.
 *
 * @category series
 */
export type Dimension =
  | 'district'
  | 'household size'
  | 'tier'
  | 'regime'
  | 'sex and age'
  | 'cohort'
  | 'dwelling'

const ofHouseholds = ['district', 'household size', 'tier', 'regime', 'cohort', 'dwelling'] as const
const ofPersons = [...ofHouseholds, 'sex and age'] as const

/**
 * The dimensions that a figure can be broken down by: what all that it counts has, in numerator and denominator alike.
 *
 * @example
 * ```ts
 * import { dimensionsOf } from 'einzug'
 * dimensionsOf({ figure: 'flat occupancy', unit: 'units' }) // => ['district']
 * dimensionsOf({ figure: 'population', unit: 'households' }).includes('sex and age') // => false
 * ```
 * @category series
 */
export const dimensionsOf = (measure: Measure): ReadonlyArray<Dimension> => {
  switch (measure.figure) {
    case 'flat occupancy':
    case 'flats let':
      return ['district']
    case 'site occupancy':
      return ['district', 'dwelling']
    case 'regime changes': // all are of one regime, before and after
      return (measure.unit === 'persons' ? ofPersons : ofHouseholds).filter(by => by !== 'regime')
    default:
      return measure.unit === 'persons' ? ofPersons : ofHouseholds
  }
}

/** The name of a cell; `null` for what is not recorded. */
export const cellName = (by: Dimension, cell: number): string | null => {
  switch (by) {
    case 'district':
      return districtName(cell)
    case 'household size':
    case 'cohort':
      return String(cell)
    case 'tier':
      return cell === noTier ? null : String(cell)
    case 'regime':
      return regimeNames[cell] ?? null
    case 'sex and age':
      return sexAndAge(cell)
    case 'dwelling':
      return dwellingNames[cell] ?? null
  }
}
