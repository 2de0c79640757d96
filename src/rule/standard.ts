import type { IsoDay } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import type { Unit } from './quantity.ts'

/** What a published standard asks for a household on a day, and who published it. */
interface Standard {
  readonly unit: Unit
  readonly source: string
  /** `undefined` = an age or a sex that the result depends on is not stated. */
  readonly of: (household: Household, on: IsoDay) => number | undefined
}

/** The standards that amounts can name. */
export const standards = {
  ukBedroomStandard: {
    unit: 'rooms',
    source: 'stand-in',
    of: ({ members }: Household, _on: IsoDay): number | undefined => members.length,
  },
} as const satisfies Readonly<Record<string, Standard>>

/**
 * A published standard, by name.
 *
 * @category model
 */
export type StandardName = keyof typeof standards
