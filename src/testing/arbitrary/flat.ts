import * as fc from 'fast-check'
import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'
import type { Flat, Landlord } from '../../domain/flat.ts'
import type { Regime } from '../../domain/household.ts'
import type { FlatId } from '../../domain/id.ts'
import { sometimesBlocked } from './blocked.ts'
import { type DayConstraints, day } from './day.ts'
import { id as anyId } from './id.ts'
import { places, position } from './place.ts'
import { plain } from './plain.ts'
import { schoolDistricts, someDistricts } from './text.ts'

/**
 * What {@link flat} may be told.
 *
 * @category constraints
 */
export interface FlatConstraints {
  /** Where the id comes from. Default: `id({ prefix: 'F' })`. */
  readonly id?: fc.Arbitrary<FlatId>
  /** The districts it may lie in. Default: five of an invented town. */
  readonly districts?: ReadonlyArray<string>
  /** Whether it is let room by room. Default: one flat in five is. */
  readonly byRooms?: boolean
  /** When it becomes available, where that is stated. Default: 2010 to 2030. */
  readonly available?: DayConstraints
  /** Whether one of its units may be blocked. Default: no. */
  readonly mayBeBlocked?: boolean
}

const landlord = (): fc.Arbitrary<Landlord> =>
  plain(
    {
      personsMax: fc.integer({ min: 1, max: 12 }),
      regimes: fc.subarray<Regime>(['AsylbLG', 'SGB II', 'SGB XII', 'none'], { minLength: 1 }),
      daysMin: fc.integer({ min: 1, max: 365 }),
      daysMax: fc.integer({ min: 365, max: 1500 }),
    },
    [],
  )

/** What a size of `rooms` makes of a number between 0 and 1. */
const areaOf = (rooms: number, spare: number): number =>
  Math.round((12 + 16 * rooms + 20 * rooms * spare) * 100) / 100

const when = (from: IsoDay | undefined, until: IsoDay, days: number): Pick<Flat, 'availableUntil'> => ({
  availableUntil: isoOf(dayOf(from ?? until) + days),
})

/**
 * Flats as they are really offered: 1 to 8 rooms with halves, 28 to 300 m², 4 to 15 € cold rent a square metre,
 * every further field stated or not. They shrink towards a small, cheap flat of which nothing more is known.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { units } from 'einzug'
 * import { flat } from 'einzug/testing'
 * fc.sample(flat({ byRooms: false }), 50).every(each => units(each) === 1) // => true
 * fc.sample(flat({ districts: ['Rorup'] }), 50).every(each => each.district === 'Rorup') // => true
 * ```
 * @category words
 */
export const flat = ({
  id = anyId<FlatId>({ prefix: 'F' }),
  districts = someDistricts,
  byRooms,
  available = {},
  mayBeBlocked = false,
}: FlatConstraints = {}): fc.Arbitrary<Flat> =>
  sometimesBlocked(
    plain(
      {
        id,
        district: fc.constantFrom(...districts),
        halves: fc.oneof(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 16 })),
        spare: fc.nat(100),
        coldRate: fc.integer({ min: 400, max: 1500 }),
        chargesRate: fc.integer({ min: 100, max: 300 }),
        heatingRate: fc.integer({ min: 50, max: 250 }),
        living: fc.nat(2),
        letBy: byRooms === undefined ? fc.nat(4).map(n => n === 4) : fc.constant(byRooms),
        fewer: fc.nat(3),
        availableFrom: day(available),
        lastDay: day(available),
        days: fc.nat(1500),
        floor: fc.integer({ min: -1, max: 12 }),
        lift: fc.boolean(),
        stepFree: fc.boolean(),
        petsAllowed: fc.boolean(),
        landlord: landlord(),
        municipality: fc.constantFrom(...places.municipality),
        county: fc.constantFrom(...places.county),
        land: fc.constantFrom(...places.land),
        schoolDistrict: fc.constantFrom(...schoolDistricts),
        position: position(),
      },
      ['id', 'district', 'halves', 'spare', 'coldRate', 'letBy', 'fewer', 'lastDay'],
    ).map((drawn): Flat => {
      const {
        id,
        district,
        halves,
        spare,
        coldRate,
        chargesRate,
        heatingRate,
        living,
        letBy,
        fewer,
        ...more
      } = drawn
      const { lastDay, days, ...rest } = more
      const rooms = halves / 2
      const area = areaOf(rooms, spare / 100)
      return {
        id,
        district,
        area,
        rooms,
        rent: {
          cold: Math.round(area * coldRate),
          ...(chargesRate === undefined ? {} : { serviceCharges: Math.round(area * chargesRate) }),
          ...(heatingRate === undefined ? {} : { heating: Math.round(area * heatingRate) }),
        },
        ...(living === undefined ? {} : { bedrooms: Math.max(0, Math.floor(rooms) - living) }),
        ...(letBy ? { roomsLet: Math.max(1, Math.floor(rooms) - fewer) } : {}),
        ...(days === undefined ? {} : when(rest.availableFrom, lastDay, days)),
        ...rest,
      }
    }),
    () => 1,
    mayBeBlocked,
  )
