import type { Day } from '../../domain/day.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { yearOf } from './calendar.ts'
import { draft, draftSteps, isSamePosting, type MutableDraft } from './draft.ts'
import { circumstancesIn, lifeOn, lives, rosterOn } from './life.ts'
import { lodgings } from './lodging.ts'
import { ofHome, ofHousehold, tenancy } from './row.ts'
import { arrivals, moveIns, regimes } from './section.ts'
import { none, ofStep, valueAt } from './timeline.ts'
import { districtIn, wordFor } from './whereabouts.ts'

/** Drafts all that a household comes to from a day on. */
export const draftHousehold = (book: MutableBook, household: number, from: Day, to: MutableDraft): void => {
  draftSteps(book, lives, household, from, to)
  draftRegimes(book, household, from, to)
  draftArrivals(book, household, from, to)
  const { homes } = book
  const begin = to.length
  let home = read(book.households, household, ofHousehold.homes)
  for (; home !== none; home = read(homes, home, ofHome.nextOfHousehold)) {
    if (read(homes, home, ofHome.kind) === tenancy) draftMoveIn(book, home, from, to, begin)
    else if (read(homes, home, ofHome.until) > from) draftSteps(book, lodgings, home, from, to)
  }
}

/** Changes of regime, where the household is of the population on the day and was on the day before. */
const draftRegimes = (book: MutableBook, household: number, from: Day, to: MutableDraft): void => {
  const { households, steps } = book
  const present = read(households, household, ofHousehold.present)
  let step = read(households, household, ofHousehold.regimes)
  while (step !== none) {
    const on = read(steps, step, ofStep.on)
    const last = read(steps, step, ofStep.before)
    if (on < from || last === none) return
    const before = read(steps, last, ofStep.value)
    if (before !== read(steps, step, ofStep.value) && valueAt(steps, present, on - 1) === 1) {
      const life = lifeOn(book, household, on)
      if (life !== undefined) draft(to, regimes, on, 1, life.roster, life.circumstances, before)
    }
    step = last
  }
}

const draftArrivals = (book: MutableBook, household: number, from: Day, to: MutableDraft): void => {
  const { households, steps } = book
  let step = read(households, household, ofHousehold.arrivals)
  for (; step !== none; step = read(steps, step, ofStep.before)) {
    const on = read(steps, step, ofStep.on)
    if (on < from) return
    const roster = read(steps, step, ofStep.value)
    const circumstances = circumstancesIn(book, household, on, yearOf(on))
    draft(to, arrivals, on, 1, roster, circumstances, household)
  }
}

/** Two tenancies that begin in one flat on one day, as by a slip, are one move-in: what is posted once is taken back once. */
const draftMoveIn = (book: MutableBook, home: number, from: Day, to: MutableDraft, begin: number): void => {
  const { homes } = book
  const on = read(homes, home, ofHome.from)
  if (on < from || read(homes, home, ofHome.until) <= on) return
  const household = read(homes, home, ofHome.household)
  const district = districtIn(wordFor(book, home, on))
  const flat = read(homes, home, ofHome.place)
  draft(to, moveIns, on, 1, rosterOn(book, household, on), district, household, flat)
  const last = to.length - 1
  for (let k = begin; k < last; k++)
    if (isSamePosting(to, k, to, last)) {
      to.length--
      return
    }
}
