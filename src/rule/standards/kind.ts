import type { IsoDay } from '../../domain/day.ts'
import { type AgeGroup, ageGroupOn, ageOn, type Person, type Sex } from '../../domain/person.ts'

/** All sexes that a person may be stated to have. */
export const sexes: ReadonlyArray<Sex> = ['female', 'male', 'diverse']

const years = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k)

/** The ages of a group. No standard draws a line beyond 65: one age stands for all seniors. */
const agesOf: Readonly<Record<AgeGroup, ReadonlyArray<number>>> = {
  child: years(0, 17),
  adult: years(18, 64),
  senior: [65],
}

/**
 * The kinds that a person may be of on a day, as a standard sorts people by age in whole years and sex: one, if the
 * facts that matter are stated; else those of every age of the group, and of every sex.
 */
export const kindsOf =
  <Kind extends string>(on: IsoDay, kindOf: (years: number, sex: Sex) => Kind) =>
  ({ age, sex }: Person): ReadonlyArray<Kind> => {
    const known = ageOn(age, on)
    if (known !== undefined && sex !== undefined) return [kindOf(known, sex)]
    const ages = known === undefined ? agesOf[ageGroupOn(age, on)] : [known]
    const possibleSexes = sex === undefined ? sexes : [sex]
    return [...new Set(ages.flatMap(lived => possibleSexes.map(each => kindOf(lived, each))))]
  }
