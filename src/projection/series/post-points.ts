import type { Day } from '../../domain/day.ts'
import { valueOn } from '../../table/history.ts'
import type { MutableBook } from './book.ts'
import { yearOf } from './calendar.ts'
import { lifeOn, type Settled } from './life.ts'
import { post } from './post.ts'
import { nobody } from './roster.ts'
import type { FlatRow } from './row.ts'
import { arrivals, moveIns, regimes } from './section.ts'
import { valueAt } from './timeline.ts'
import { whereabouts } from './whereabouts.ts'
import { districtNumber, notRecorded } from './word.ts'

/** What happens on a day and no other; the first number is the section. */
type Points = ReadonlyArray<Array<number>>

/** A household's changes of regime, arrivals and move-ins, from a day on. */
export const pointsOf = (settled: Settled, from: Day): Points => {
  const points: Array<Array<number>> = []
  addRegimes(points, settled, from)
  addArrivals(points, settled, from)
  addMoveIns(points, settled, from)
  return points
}

const none: Points = []

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
const addRegimes = (to: Array<Array<number>>, settled: Settled, from: Day): void => {
  const { regimes: history, present } = settled.row
  for (let k = history.length - 2; k >= 2; k -= 2) {
    const on = history[k] as Day
    if (on < from) return
    const before = history[k - 1] as number
    if (before === history[k + 1] || valueAt(present, on - 1) !== 1) continue
    const life = lifeOn(settled, on)
    if (life === undefined) continue
    const { roster, dwelling, district, regime, cohort } = life
    to.push([regimes, on, 1, roster, dwelling, district, regime, cohort, before])
  }
}

const addArrivals = (to: Array<Array<number>>, { row, homes }: Settled, from: Day): void => {
  for (let k = row.arrivals.length - 2; k >= 0; k -= 2) {
    const on = row.arrivals[k] as Day
    if (on < from) return
    const { dwelling, district } = whereabouts(homes, on)
    const regime = valueAt(row.regimes, on) ?? notRecorded
    to.push([
      arrivals,
      on,
      1,
      row.arrivals[k + 1] as number,
      dwelling,
      district,
      regime,
      yearOf(on),
      row.number,
    ])
  }
}

const addMoveIns = (to: Array<Array<number>>, { row, homes }: Settled, from: Day): void => {
  for (const { home, place } of homes) {
    if (home.kind !== 'tenancy' || home.from < from) continue
    const flat = place as FlatRow // written when its first tenancy was
    const roster = valueAt(row.versions, home.from) ?? nobody
    const district = districtNumber(valueOn(flat.versions, home.from)?.district)
    to.push([moveIns, home.from, 1, roster, district, row.number, flat.number])
  }
}
