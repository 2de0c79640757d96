import type { IsoDay } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import type { Unit } from './quantity.ts'
import { canadianNos, eurostatRooms, ukBedroomStandard } from './standards/index.ts'

/** What a published standard asks for a household on a day, and the unit it counts in. */
interface Standard {
  readonly unit: Unit
  /** `undefined` = an age or a sex that the result depends on is not stated. */
  readonly of: (household: Household, on: IsoDay) => number | undefined
}

/** The standards that amounts can name. */
export const standards = {
  ukBedroomStandard: { unit: 'rooms', of: ukBedroomStandard },
  canadianNos: { unit: 'rooms', of: canadianNos },
  eurostatRooms: { unit: 'rooms', of: eurostatRooms },
} as const satisfies Readonly<Record<string, Standard>>

/**
 * A published standard, by the name of its function: bedrooms by {@link ukBedroomStandard} or {@link canadianNos},
 * rooms by {@link eurostatRooms}.
 *
 * @category model
 */
export type StandardName = keyof typeof standards
