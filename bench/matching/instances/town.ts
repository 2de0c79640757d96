import { greatestFit, tierOf } from './instance.ts'
import type { Random } from './random.ts'

/** Households and flats, in columns. The flats of a district stand together: those of `d` begin at `firstFlat[d]`. */
export interface Town {
  readonly districts: number
  readonly firstFlat: Int32Array
  readonly flats: {
    readonly capacity: Int32Array
    readonly rent: Int32Array
    readonly stepFree: Uint8Array
    readonly quality: Int32Array
  }
  readonly households: {
    readonly tier: Int32Array
    readonly persons: Int32Array
    readonly budget: Int32Array
    readonly needsStepFree: Uint8Array
    readonly home: Int32Array
    /** How many near districts it would also go to. */
    readonly near: Uint8Array
    /** How many flats it can be shown at most. */
    readonly shortlist: Int32Array
  }
}

export interface TownSize {
  readonly households: number
  readonly districts: number
  readonly flats: number
  /** What a flat holds beyond the persons of a household drawn for it: at least, at most. */
  readonly spare: readonly [number, number]
}

/** Of a hundred households, so many have 1, 2, … 12 persons. */
const householdSizes = [48, 15, 11, 9, 6, 4, 2, 1, 1, 1, 1, 1]
const hundred = householdSizes.flatMap((share, at) => Array.from({ length: share }, () => at + 1))

const personsOf = ({ below }: Random): number => hundred[below(100)] as number

export const townOf = ({ households, districts, flats, spare }: TownSize, draws: Random): Town => {
  const { below, chance } = draws
  const capacity = new Int32Array(flats).map(() =>
    Math.max(1, personsOf(draws) + spare[0] + below(spare[1] - spare[0] + 1)),
  )
  const persons = new Int32Array(households).map(() => personsOf(draws))
  return {
    districts,
    firstFlat: Int32Array.from({ length: districts + 1 }, (_, d) => Math.floor((d * flats) / districts)),
    flats: {
      capacity,
      rent: capacity.map(each => 200 + 110 * each + below(300)),
      stepFree: new Uint8Array(flats).map(() => (chance(12) ? 1 : 0)),
      quality: new Int32Array(flats).map(() => below(greatestFit + 1)),
    },
    households: {
      tier: new Int32Array(households).map(() => tierOf(draws)),
      persons,
      budget: persons.map(each => 400 + 140 * each + below(300)),
      needsStepFree: new Uint8Array(households).map(() => (chance(6) ? 1 : 0)),
      home: new Int32Array(households).map(() => below(districts)),
      near: new Uint8Array(households).map(() => below(3)),
      shortlist: new Int32Array(households).map(() => 30 + below(15)),
    },
  }
}
