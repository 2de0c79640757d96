import type { Day } from '../../domain/day.ts'
import { type History, valueOn } from '../../table/history.ts'
import { yearOf } from './calendar.ts'
import { nobody } from './roster.ts'
import type { HouseholdRow } from './row.ts'
import { type Located, whereabouts } from './whereabouts.ts'
import { notRecorded, regimeNames } from './word.ts'

/** What is said of a household of the population on a day, in numbers. */
export interface Life {
  readonly roster: number
  readonly dwelling: number
  readonly district: number
  readonly regime: number
  readonly cohort: number
}

/** A household, and where its homes are. */
export interface Settled {
  readonly row: HouseholdRow
  readonly homes: ReadonlyArray<Located>
}

export const lifeOn = ({ row, homes }: Settled, day: Day): Life | undefined => {
  if (valueOn(row.present, day) !== true) return undefined
  const { dwelling, district } = whereabouts(homes, day)
  return {
    roster: valueOn(row.versions, day) ?? nobody,
    dwelling,
    district,
    regime: regimeOn(row, day),
    cohort: cohortOn(row.present, day),
  }
}

export const sameLife = (a: Life, b: Life): boolean =>
  a.roster === b.roster &&
  a.dwelling === b.dwelling &&
  a.district === b.district &&
  a.regime === b.regime &&
  a.cohort === b.cohort

export const regimeOn = ({ regimes }: HouseholdRow, day: Day): number => {
  const regime = valueOn(regimes, day)
  return regime === undefined ? notRecorded : regimeNames.indexOf(regime)
}

/** The year in which the time that a household is here began: a second assignment while it is here begins nothing. */
const cohortOn = (present: History<boolean>, day: Day): number => {
  let began = day
  for (let k = present.length - 1; k >= 0; k--) {
    const entry = present[k] as History<boolean>[number]
    if (entry.on > day) continue
    if (!entry.value) break
    began = entry.on
  }
  return yearOf(began)
}
