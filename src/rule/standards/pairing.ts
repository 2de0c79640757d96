import type { Sex } from '../../domain/person.ts'
import { sexes } from './kind.ts'

/** The rooms that so many people take, two to a room as far as they go. */
export const inPairs = (people: number): number => Math.ceil(people / 2)

/** The rooms that people take who share only with one of the same sex. */
export const inPairsBySex = (people: (sex: Sex) => number): number =>
  sexes.reduce((rooms, sex) => rooms + inPairs(people(sex)), 0)

/** The sexes of which one person is left over when all others share in pairs. */
export const unpaired = (people: (sex: Sex) => number): ReadonlyArray<Sex> =>
  sexes.filter(sex => people(sex) % 2 === 1)
