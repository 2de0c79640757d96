import type { IsoDay } from '../../domain/day.ts'
import type { Household } from '../../domain/household.ts'
import { certain } from './certain.ts'
import { inForce } from './in-force.ts'
import { kindsOf } from './kind.ts'

/**
 * The least living area by law from a day on, in m²: for each person in a dwelling, for each child under an age, and
 * for each person in a room let singly, with and without side rooms (kitchen, bath) enough to share. A part that is
 * absent makes no difference (`children`) or is not recorded here (`singleRoom`).
 *
 * @category model
 */
export interface MinimumArea {
  readonly from: IsoDay
  readonly law: string
  readonly person: number
  readonly children?: { readonly under: number; readonly area: number }
  readonly singleRoom?: { readonly withSideRooms: number; readonly without: number }
}

/**
 * Least living areas in North Rhine-Westphalia, oldest first. The WAG NRW (Wohnungsaufsichtsgesetz of 10 April 2014, GV.
 * NRW. p. 269) was in force from 30 April 2014 to 30 June 2021; it asks 6 m² for "children up to six years", which is
 * read as until the sixth birthday. The WohnStG (Wohnraumstärkungsgesetz of 23 June 2021, GV. NRW. p. 765) followed.
 *
 * @example
 * ```ts
 * import { nrwMinimumAreas } from 'einzug'
 * nrwMinimumAreas.map(({ from, person }) => [from, person]) // => [['2014-04-30', 9], ['2021-07-01', 10]]
 * ```
 * @category standards
 */
export const nrwMinimumAreas: ReadonlyArray<MinimumArea> = [
  { from: '2014-04-30' as IsoDay, law: '§ 9 WAG NRW', person: 9, children: { under: 6, area: 6 } },
  {
    from: '2021-07-01' as IsoDay,
    law: '§ 10 WohnStG NRW',
    person: 10,
    singleRoom: { withSideRooms: 8, without: 10 },
  },
]

/**
 * The least living area in m² that a household must have in a dwelling in North Rhine-Westphalia on a day; see
 * {@link nrwMinimumAreas}. `undefined` before 30 April 2014, and until 30 June 2021 where it is not stated whether a
 * child is under 6.
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, nrwMinimumArea } from 'einzug'
 * const person = (id: string, born: string) => ({ id, age: { known: 'birth', born } })
 * const members = [person('P1', '1984-05-01'), person('P2', '2015-07-01')]
 * const household = { id: 'H1', members } as unknown as Household
 * nrwMinimumArea(household, '2021-06-30' as IsoDay) // => 15
 * nrwMinimumArea(household, '2021-07-01' as IsoDay) // => 20
 * nrwMinimumArea(household, '2014-04-29' as IsoDay) // => undefined
 * ```
 * @category standards
 */
export const nrwMinimumArea = ({ members }: Household, on: IsoDay): number | undefined => {
  const law = inForce(nrwMinimumAreas, on)
  if (law === undefined) return undefined
  const { person, children = { under: 0, area: person } } = law
  const kindOf = (years: number): 'child' | 'person' => (years < children.under ? 'child' : 'person')
  return certain(
    members.map(kindsOf(on, kindOf)),
    count => person * count('person') + children.area * count('child'),
  )
}

/**
 * The least living area in m² that a household must have in a room let singly in North Rhine-Westphalia on a day:
 * from 1 July 2021, 8 m² for each person if there are side rooms enough to share, else 10 m² (§ 10 (2) WohnStG).
 * `undefined` before that day.
 *
 * @example
 * ```ts
 * import { type Household, type IsoDay, nrwMinimumRoomArea } from 'einzug'
 * const adult = { id: 'P1', age: { known: 'group', group: 'adult' } }
 * const household = { id: 'H1', members: [adult] } as unknown as Household
 * nrwMinimumRoomArea(household, true, '2021-07-01' as IsoDay) // => 8
 * nrwMinimumRoomArea(household, false, '2021-07-01' as IsoDay) // => 10
 * nrwMinimumRoomArea(household, true, '2021-06-30' as IsoDay) // => undefined
 * ```
 * @category standards
 */
export const nrwMinimumRoomArea = (
  { members }: Household,
  sideRoomsSuffice: boolean,
  on: IsoDay,
): number | undefined => {
  const room = inForce(nrwMinimumAreas, on)?.singleRoom
  return room && members.length * (sideRoomsSuffice ? room.withSideRooms : room.without)
}
