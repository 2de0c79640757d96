import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import { contravenesRoomStandard } from './housing-act-room.ts'
import { contravenesSpaceStandard, permittedNumber } from './housing-act-space.ts'

/**
 * Whether a dwelling is overcrowded, and which standard is contravened; `undefined` where it depends on an age or a
 * sex that is not stated.
 *
 * @category model
 */
export interface Overcrowding {
  readonly overcrowded: boolean | undefined
  readonly roomStandard: boolean | undefined
  readonly spaceStandard: boolean | undefined
}

/**
 * Whether a household overcrowds a dwelling by the Housing Act 1985 (c. 68, in force from 1 April 1986), s. 324: if it
 * contravenes the room standard (s. 325) or the space standard (s. 326). Of the ways
 * to fill in what is not stated, those with the youngest ages keep whatever any others keep: where neither standard is
 * contravened for certain, both may be kept.
 *
 * @param areas m² of each room available as sleeping accommodation, living rooms included
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, overcrowdingOf } from 'einzug'
 * const person = (id: string, born: string, sex: string) => ({ id, age: { known: 'birth', born }, sex })
 * const members = [person('P1', '1984-05-01', 'female'), person('P2', '2006-12-31', 'male')]
 * const household = { id: 'H1', members } as unknown as Household
 * overcrowdingOf(household, [20], '2016-12-30' as IsoDay) // => { overcrowded: false, roomStandard: false, spaceStandard: false }
 * overcrowdingOf(household, [20], '2016-12-31' as IsoDay) // => { overcrowded: true, roomStandard: true, spaceStandard: false }
 * ```
 * @category standards
 */
export const overcrowdingOf = (
  household: Household,
  areas: ReadonlyArray<number>,
  on: IsoDay,
): Overcrowding => {
  const roomStandard = contravenesRoomStandard(household, areas.length, on)
  const spaceStandard = contravenesSpaceStandard(household, permittedNumber(areas), on)
  const either = roomStandard === true || spaceStandard === true
  const unknown = roomStandard === undefined || spaceStandard === undefined
  return { overcrowded: either ? true : unknown ? undefined : false, roomStandard, spaceStandard }
}
