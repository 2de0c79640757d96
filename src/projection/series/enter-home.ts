import type { Day } from '../../domain/day.ts'
import { get, type MutableTable, put } from '../../table/index.ts'
import { addRow, read, write } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { isOpenThroughout } from './draft-site.ts'
import { householdOf } from './enter-household.ts'
import { placeOf } from './enter-place.ts'
import { type Concerned, noOne, revise } from './revise.ts'
import { type Kind, link, ofHome, tenancy, unlink } from './row.ts'
import { forever } from './timeline.ts'

/** The nights from one day until another. */
export interface Nights {
  readonly from: Day
  readonly until: Day
}

/** A tenancy or a stay: whose, where and when. */
interface Home extends Nights {
  readonly household: number
  readonly place: number
}

/** A tenancy or a stay begins, its end open. */
export const started = (
  book: MutableBook,
  kind: Kind,
  id: string,
  householdId: string,
  placeId: string,
  on: Day,
): void => {
  const [household, place] = [householdOf(book, householdId), placeOf(book, kind, placeId)]
  const now = { household, place, from: on, until: forever }
  const home = get(homesIn(book, kind), id) ?? newHome(book, kind, id, now)
  settle(book, kind, home, homeAt(book, home), now)
}

/** A tenancy or a stay that is known turns out otherwise; of what never started, nothing is said. */
export const moved = (book: MutableBook, kind: Kind, id: string, by: (nights: Nights) => Nights): void => {
  const home = get(homesIn(book, kind), id)
  if (home === undefined) return
  const before = homeAt(book, home)
  settle(book, kind, home, before, { ...before, ...by(before) })
}

const homesIn = ({ town }: MutableBook, kind: Kind): MutableTable<number> =>
  kind === tenancy ? town.tenancies : town.stays

const homeAt = ({ homes }: MutableBook, home: number): Home => ({
  household: read(homes, home, ofHome.household),
  place: read(homes, home, ofHome.place),
  from: read(homes, home, ofHome.from),
  until: read(homes, home, ofHome.until),
})

/** A home that has no nights yet. */
const newHome = (book: MutableBook, kind: Kind, id: string, { household, place, from }: Home): number => {
  const { homes } = book
  const home = addRow(homes)
  put(homesIn(book, kind), id, home)
  book.homeIds.push(id)
  write(homes, home, ofHome.kind, kind)
  write(homes, home, ofHome.from, from)
  write(homes, home, ofHome.until, from)
  link(book, home, household, place)
  return home
}

/** Enters whose a home is, where and when, and posts what that changes. */
const settle = (book: MutableBook, kind: Kind, home: number, before: Home, now: Home): void => {
  const isElsewhere = before.household !== now.household || before.place !== now.place
  const first = isElsewhere ? Math.min(before.from, now.from) : firstDay(before, now)
  revise(book, first, concernedBy(book, kind, before, now), () => {
    if (isElsewhere) {
      unlink(book, home)
      link(book, home, now.household, now.place)
    }
    write(book.homes, home, ofHome.from, now.from)
    write(book.homes, home, ofHome.until, now.until)
  })
}

/** The first day on which it matters which of two is so. */
const firstDay = (a: Nights, b: Nights): Day =>
  a.from === b.from ? Math.max(a.from, Math.min(a.until, b.until)) : Math.min(a.from, b.from)

/** Where a site is open all the time, who stays there does not change its places. */
const concernedBy = (book: MutableBook, kind: Kind, before: Home, now: Home): Concerned => {
  const households = both(before.household, now.household)
  const places = both(before.place, now.place)
  if (kind === tenancy) return { households, flats: places, sites: noOne }
  const matters = [before, now].some(({ place, from, until }) => !isOpenThroughout(book, place, from, until))
  return { households, flats: noOne, sites: matters ? places : noOne }
}

const both = (a: number, b: number): ReadonlyArray<number> => (a === b ? [a] : [a, b])
