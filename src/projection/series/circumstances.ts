import { districtIn, dwellingIn } from './whereabouts.ts'

/**
 * How a household lives, but for who it is: its kind of dwelling, its district, its regime and its cohort, in one number.
 * A town knows some hundreds of these; they are numbered once for all ledgers, as districts are.
 */
export type Circumstances = number

const said = { dwelling: [], district: [], regime: [], cohort: [] } as Record<Circumstance, Array<number>>

export type Circumstance = 'dwelling' | 'district' | 'regime' | 'cohort'

/** By the word for the place, a number for each regime and cohort. */
const numbers: Array<Map<number, Circumstances> | undefined> = []

const regimesInCohort = 8

/** The number of circumstances: of the place in one word, the regime by number, and the cohort. */
export const circumstancesOf = (where: number, regime: number, cohort: number): Circumstances => {
  const here = numbers[where] ?? new Map<number, Circumstances>()
  const known = here.get(regimesInCohort * cohort + regime)
  if (known !== undefined) return known
  const number = said.cohort.push(cohort) - 1
  said.dwelling.push(dwellingIn(where))
  said.district.push(districtIn(where))
  said.regime.push(regime)
  numbers[where] = here.set(regimesInCohort * cohort + regime, number)
  return number
}

/** What each number says of a household. */
export const circumstancesSaying = (what: Circumstance): ReadonlyArray<number> => said[what]
