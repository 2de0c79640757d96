import type { Day } from '../../domain/day.ts'
import { type History, valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { addEnds, addLater, inOrder } from './change-days.ts'
import { nobody, sizeOf } from './roster.ts'
import { type Home, type HouseholdRow, isKnown } from './row.ts'
import { arrivals, living, moveIns, type Posting, regimes, sites } from './section.ts'
import { placeOf, siteKind, whereabouts } from './whereabouts.ts'
import { districtNumber, notRecorded, regimeNames } from './word.ts'

/** All that a household posts for the days from `from` on. */
export const postHousehold = (book: MutableBook, row: HouseholdRow, from: Day, to: Array<Posting>): void => {
  postLiving(book, row, from, to)
  postRegimes(book, row, from, to)
  postArrivals(book, row, from, to)
  for (const home of row.homes) {
    if (home.until < from || home.until <= home.from) continue
    if (home.kind === 'stay') postStay(book, row, home, from, to)
    else if (home.from >= from) postMoveIn(book, row, home, to)
  }
}

const postLiving = (book: MutableBook, row: HouseholdRow, from: Day, to: Array<Posting>): void => {
  const days = [from]
  addLater(days, row.present, from)
  addLater(days, row.versions, from)
  addLater(days, row.regimes, from)
  for (const home of row.homes) {
    if (home.until <= from || home.until <= home.from) continue
    addEnds(days, home, from)
    addLater(days, placeOf(book, home)?.versions ?? [], from)
  }
  let before = lifeOn(book, row, from - 1)
  for (const day of inOrder(days)) {
    const now = lifeOn(book, row, day)
    if (before !== undefined && now !== undefined && sameLife(before, now)) continue
    if (before !== undefined) to.push(lifePosted(before, day, -1))
    if (now !== undefined) to.push(lifePosted(now, day, 1))
    before = now
  }
}

/** What is said of a household of the population on a day. */
interface Life {
  readonly roster: number
  readonly dwelling: number
  readonly district: number
  readonly regime: number
  readonly cohort: number
}

const lifeOn = (book: MutableBook, row: HouseholdRow, day: Day): Life | undefined =>
  valueOn(row.present, day) === true
    ? {
        roster: valueOn(row.versions, day) ?? nobody,
        ...whereabouts(book, row, day),
        regime: regimeOn(row, day),
        cohort: cohortOn(row.present, day),
      }
    : undefined

const sameLife = (a: Life, b: Life): boolean =>
  a.roster === b.roster &&
  a.dwelling === b.dwelling &&
  a.district === b.district &&
  a.regime === b.regime &&
  a.cohort === b.cohort

const lifePosted = (
  { roster, dwelling, district, regime, cohort }: Life,
  day: Day,
  sign: 1 | -1,
): Posting => [living, day, sign, roster, dwelling, district, regime, cohort]

const regimeOn = ({ regimes: history }: HouseholdRow, day: Day): number => {
  const regime = valueOn(history, day)
  return regime === undefined ? notRecorded : regimeNames.indexOf(regime)
}

const yearOf = (day: Day): number => new Date(day * 86_400_000).getUTCFullYear()

/** The year in which the time that a household is here began: a second assignment while it is here begins nothing. */
const cohortOn = (present: History<boolean>, day: Day): number => {
  let began = day
  for (let k = present.length - 1; k >= 0; k--) {
    const entry = present[k]
    if (entry === undefined || entry.on > day) continue
    if (!entry.value) break
    began = entry.on
  }
  return yearOf(began)
}

/** A change of regime, where the household is of the population on the day and was on the day before. */
const postRegimes = (book: MutableBook, row: HouseholdRow, from: Day, to: Array<Posting>): void => {
  for (let k = row.regimes.length - 1; k > 0; k--) {
    const { on, value } = row.regimes[k] as History<string>[number]
    if (on < from) return
    const before = row.regimes[k - 1]?.value as string
    if (before === value || valueOn(row.present, on - 1) !== true) continue
    const life = lifeOn(book, row, on)
    if (life === undefined) continue
    const [, ...posted] = lifePosted(life, on, 1)
    to.push([regimes, ...posted, regimeNames.indexOf(before as (typeof regimeNames)[number])])
  }
}

const postArrivals = (book: MutableBook, row: HouseholdRow, from: Day, to: Array<Posting>): void => {
  for (let k = row.arrivals.length - 1; k >= 0; k--) {
    const { on, value: roster } = row.arrivals[k] as History<number>[number]
    if (on < from) return
    const { dwelling, district } = whereabouts(book, row, on)
    to.push([arrivals, on, 1, roster, dwelling, district, regimeOn(row, on), yearOf(on), row.number])
  }
}

const postMoveIn = (book: MutableBook, row: HouseholdRow, home: Home, to: Array<Posting>): void => {
  const flat = get(book.flats, home.place)
  if (flat === undefined) return
  const roster = valueOn(row.versions, home.from) ?? nobody
  const district = districtNumber(valueOn(flat.versions, home.from)?.district)
  to.push([moveIns, home.from, 1, roster, district, row.number, flat.number])
}

/** The persons of a stay, in a site that is known. */
const postStay = (
  book: MutableBook,
  { versions }: HouseholdRow,
  home: Home,
  from: Day,
  to: Array<Posting>,
): void => {
  const site = get(book.sites, home.place)
  if (site === undefined || !isKnown(site)) return
  const days = [from]
  addEnds(days, home, from)
  addLater(days, versions, from)
  addLater(days, site.versions, from)
  let before: Posting | undefined
  const personsOn = (day: Day): Posting | undefined => {
    if (day < home.from || day >= home.until) return undefined
    const persons = sizeOf(book, valueOn(versions, day) ?? nobody)
    if (persons === 0) return undefined
    const version = valueOn(site.versions, day)
    return [sites, day, persons, 0, districtNumber(version?.district), siteKind(version)]
  }
  before = personsOn(from - 1)
  for (const day of inOrder(days)) {
    const now = personsOn(day)
    if (
      before !== undefined &&
      now !== undefined &&
      before[2] === now[2] &&
      before[4] === now[4] &&
      before[5] === now[5]
    )
      continue
    if (before !== undefined)
      to.push([sites, day, -(before[2] as number), 0, before[4] as number, before[5] as number])
    if (now !== undefined) to.push(now)
    before = now
  }
}
