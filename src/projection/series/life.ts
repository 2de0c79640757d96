import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { yearOf } from './calendar.ts'
import { nextEnd } from './next-change.ts'
import { post, type Steps } from './post.ts'
import { nobody } from './roster.ts'
import type { HouseholdRow } from './row.ts'
import { living } from './section.ts'
import { nextIn, type Timeline, valueAt } from './timeline.ts'
import { districtIn, dwellingIn, whereabouts } from './whereabouts.ts'
import { notRecorded } from './word.ts'

/** What is said of a household of the population on a day, in numbers. */
export interface Life {
  readonly roster: number
  readonly dwelling: number
  readonly district: number
  readonly regime: number
  readonly cohort: number
}

export const lifeOn = (row: HouseholdRow, day: Day): Life | undefined => {
  if (valueAt(row.present, day) !== 1) return undefined
  const where = whereabouts(row.homes, day)
  return {
    roster: valueAt(row.versions, day) ?? nobody,
    dwelling: dwellingIn(where),
    district: districtIn(where),
    regime: valueAt(row.regimes, day) ?? notRecorded,
    cohort: cohortOn(row.present, day),
  }
}

/** The year in which the time that a household is here began: a second assignment while it is here begins nothing. */
const cohortOn = (present: Timeline, day: Day): number => {
  let began = day
  for (let k = present.length - 2; k >= 0; k -= 2) {
    const on = present[k] as number
    if (on > day) continue
    if (present[k + 1] === 0) break
    began = on
  }
  return yearOf(began)
}

/** How a household of the population lives, from which day on. */
export const lives: Steps<HouseholdRow, Life> = {
  stateOn: lifeOn,
  nextChange: ({ present, versions, regimes, homes }, day) => {
    let next = Math.min(nextIn(present, day), nextIn(versions, day), nextIn(regimes, day))
    for (const home of homes)
      if (home.until > day) next = Math.min(next, nextEnd(home, day), nextIn(home.place.words, day))
    return next
  },
  isSame: (a, b) =>
    a.roster === b.roster &&
    a.dwelling === b.dwelling &&
    a.district === b.district &&
    a.regime === b.regime &&
    a.cohort === b.cohort,
  enter: (book: MutableBook, day, { roster, dwelling, district, regime, cohort }, sign) => {
    post(book, living, [0, day, sign, roster, dwelling, district, regime, cohort])
  },
}
