import type { IsoDay } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import {
  canadianNos,
  eurostatRooms,
  nrwMinimumArea,
  nrwSuitableSize,
  ukBedroomStandard,
} from './standards/index.ts'

/** What a published standard asks for a household on a day, and the quantity of a flat that it is about. */
interface Standard {
  readonly quantity: 'bedrooms' | 'rooms' | 'area'
  /** `undefined` = an age or a sex that the result depends on is not stated, or the standard is not in force. */
  readonly of: (household: Household, on: IsoDay) => number | undefined
}

/** The standards that amounts can name. */
export const standards = {
  ukBedroomStandard: { quantity: 'bedrooms', of: ukBedroomStandard },
  canadianNos: { quantity: 'bedrooms', of: canadianNos },
  eurostatRooms: { quantity: 'rooms', of: eurostatRooms },
  nrwMinimumArea: { quantity: 'area', of: nrwMinimumArea },
  nrwSuitableSize: { quantity: 'area', of: nrwSuitableSize },
} as const satisfies Readonly<Record<string, Standard>>

/**
 * A published standard, by the name of its function: bedrooms by {@link ukBedroomStandard} or {@link canadianNos},
 * rooms by {@link eurostatRooms}, area by {@link nrwMinimumArea} or {@link nrwSuitableSize}.
 *
 * @category model
 */
export type StandardName = keyof typeof standards
