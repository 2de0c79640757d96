import type { Day } from '../../domain/day.ts'
import { type MutableRecords, read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { yearOf } from './calendar.ts'
import { type Circumstances, circumstancesOf } from './circumstances.ts'
import { draft, type Steps } from './draft.ts'
import { nobody } from './roster.ts'
import { nextOfHome, ofHome, ofHousehold, ofPlace } from './row.ts'
import { living } from './section.ts'
import { nextIn, none, ofStep, type Timeline, valueAt } from './timeline.ts'
import { whereabouts } from './whereabouts.ts'
import { notRecorded } from './word.ts'

/** What is said of a household of the population on a day, in numbers. */
export interface Life {
  readonly roster: number
  readonly circumstances: Circumstances
}

export const lifeOn = (book: MutableBook, household: number, day: Day): Life | undefined => {
  const { households, steps } = book
  const present = read(households, household, ofHousehold.present)
  if (valueAt(steps, present, day) !== 1) return undefined
  const cohort = cohortOn(steps, present, day)
  return {
    roster: rosterOn(book, household, day),
    circumstances: circumstancesIn(book, household, day, cohort),
  }
}

/** How a household of a cohort lives on a day. */
export const circumstancesIn = (
  book: MutableBook,
  household: number,
  day: Day,
  cohort: number,
): Circumstances => circumstancesOf(whereabouts(book, household, day), regimeOn(book, household, day), cohort)

/** Who a household is on a day. */
export const rosterOn = ({ households, steps }: MutableBook, household: number, day: Day): number =>
  valueAt(steps, read(households, household, ofHousehold.versions), day) ?? nobody

/** The regime of a household on a day, by number. */
const regimeOn = ({ households, steps }: MutableBook, household: number, day: Day): number =>
  valueAt(steps, read(households, household, ofHousehold.regimes), day) ?? notRecorded

/** The year in which the time that a household is here began: a second assignment while it is here begins nothing. */
const cohortOn = (steps: MutableRecords, present: Timeline, day: Day): number => {
  let began = day
  for (let step = present; step !== none; step = read(steps, step, ofStep.before)) {
    const on = read(steps, step, ofStep.on)
    if (on > day) continue
    if (read(steps, step, ofStep.value) === 0) break
    began = on
  }
  return yearOf(began)
}

/** How a household of the population lives, from which day on. */
export const lives: Steps<number, Life> = {
  stateOn: lifeOn,
  nextChange: (book, household, day) => {
    const { households, homes, places, steps, versions } = book
    let next = Math.min(
      nextIn(steps, read(households, household, ofHousehold.present), day),
      nextIn(steps, read(households, household, ofHousehold.versions), day),
      nextIn(steps, read(households, household, ofHousehold.regimes), day),
    )
    let home = read(households, household, ofHousehold.homes)
    for (; home !== none; home = read(homes, home, ofHome.nextOfHousehold)) {
      if (read(homes, home, ofHome.until) <= day) continue
      const words = read(places, read(homes, home, ofHome.place), ofPlace.versions)
      next = Math.min(next, nextOfHome(book, home, day), nextIn(versions, words, day))
    }
    return next
  },
  isSame: (a, b) => a.roster === b.roster && a.circumstances === b.circumstances,
  draft: (to, day, { roster, circumstances }, sign) => {
    draft(to, living, day, sign, roster, circumstances)
  },
}
