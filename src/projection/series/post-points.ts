import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { yearOf } from './calendar.ts'
import { lifeOn } from './life.ts'
import { post } from './post.ts'
import { nobody } from './roster.ts'
import type { HouseholdRow } from './row.ts'
import { arrivals, moveIns, regimes } from './section.ts'
import { lastDay, valueAt } from './timeline.ts'
import { districtIn, dwellingIn, whereabouts, wordFor } from './whereabouts.ts'
import { notRecorded } from './word.ts'

/** What happens on a day and no other; the first number is the section. */
type Points = ReadonlyArray<Array<number>>

const none: Points = []

/** A household's changes of regime, arrivals and move-ins, from a day on; mostly none. */
export const pointsOf = (row: HouseholdRow, from: Day): Points => {
  if (
    lastDay(row.regimes) < from &&
    lastDay(row.arrivals) < from &&
    !row.homes.some(home => home.from >= from)
  )
    return none
  const points: Array<Array<number>> = []
  addRegimes(points, row, from)
  addArrivals(points, row, from)
  addMoveIns(points, row, from)
  return points
}

/** Posts what is new, and takes back what is no longer so. */
export const postPoints = (book: MutableBook, before = none, after = none): void => {
  for (const point of before)
    if (!after.some(each => same(each, point))) post(book, point[0] as number, point.with(2, -1))
  for (const point of after)
    if (!before.some(each => same(each, point))) post(book, point[0] as number, point)
}

const same = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean =>
  a.length === b.length && a.every((value, k) => value === b[k])

/** A change of regime, where the household is of the population on the day and was on the day before. */
const addRegimes = (to: Array<Array<number>>, row: HouseholdRow, from: Day): void => {
  const { regimes: history, present } = row
  for (let k = history.length - 2; k >= 2; k -= 2) {
    const on = history[k] as Day
    if (on < from) return
    const before = history[k - 1] as number
    if (before === history[k + 1] || valueAt(present, on - 1) !== 1) continue
    const life = lifeOn(row, on)
    if (life === undefined) continue
    const { roster, dwelling, district, regime, cohort } = life
    to.push([regimes, on, 1, roster, dwelling, district, regime, cohort, before])
  }
}

const addArrivals = (to: Array<Array<number>>, row: HouseholdRow, from: Day): void => {
  for (let k = row.arrivals.length - 2; k >= 0; k -= 2) {
    const on = row.arrivals[k] as Day
    if (on < from) return
    const where = whereabouts(row.homes, on)
    const regime = valueAt(row.regimes, on) ?? notRecorded
    to.push([
      arrivals,
      on,
      1,
      row.arrivals[k + 1] as number,
      dwellingIn(where),
      districtIn(where),
      regime,
      yearOf(on),
      row.number,
    ])
  }
}

/** Two tenancies that begin in one flat on one day, as by a slip, are one move-in: what is posted once is taken back once. */
const addMoveIns = (to: Array<Array<number>>, row: HouseholdRow, from: Day): void => {
  for (const home of row.homes) {
    if (home.kind !== 'tenancy' || home.from < from || home.until <= home.from) continue
    const roster = valueAt(row.versions, home.from) ?? nobody
    const district = districtIn(wordFor(home, home.from))
    const point = [moveIns, home.from, 1, roster, district, row.number, home.place.number]
    if (!to.some(each => same(each, point))) to.push(point)
  }
}
