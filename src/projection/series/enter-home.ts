import type { Day } from '../../domain/day.ts'
import { amend, get, put } from '../../table/index.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { postHousehold } from './post-household.ts'
import { openThroughout, postFlat, postSite } from './post-place.ts'
import {
  type FlatRow,
  type Home,
  type HouseholdRow,
  newFlat,
  newHousehold,
  newSite,
  type SiteRow,
  withHome,
  withoutHome,
  withResident,
} from './row.ts'

type Kind = Home['kind']

/** A tenancy or a stay begins, its end open. */
export const started = (
  book: MutableBook,
  kind: Kind,
  id: string,
  where: Pick<Home, 'household' | 'place' | 'from'>,
): void => {
  const key = homeKey(kind, id)
  const before = homeOf(book, key)
  const now: Home = { kind, key, ...where, until: Infinity }
  if (before === undefined) exchange(book, undefined, now, now.from)
  else if (before.household === now.household && before.place === now.place)
    exchange(book, before, now, firstDay(before, now))
  else {
    exchange(book, before, undefined, before.from)
    exchange(book, undefined, now, now.from)
  }
  put(book.homes, key, where.household)
}

/** A tenancy or a stay that is known turns out otherwise; of what never started, nothing is said. */
export const moved = (book: MutableBook, kind: Kind, id: string, by: (home: Home) => Home): void => {
  const before = homeOf(book, homeKey(kind, id))
  if (before === undefined) return
  const now = by(before)
  exchange(book, before, now, firstDay(before, now))
}

const homeKey = (kind: Kind, id: string): string => (kind === 'tenancy' ? 't' : 's') + id

const homeOf = (book: MutableBook, key: string): Home | undefined => {
  const household = get(book.homes, key)
  return household === undefined
    ? undefined
    : get(book.households, household)?.homes.find(home => home.key === key)
}

/** The first day on which it matters which of two is so. */
const firstDay = (a: Home, b: Home): Day =>
  a.from === b.from ? Math.max(a.from, Math.min(a.until, b.until)) : Math.min(a.from, b.from)

/** Writes a home in the place of what was known of it, in the same household and place, and posts what that changes. */
const exchange = (book: MutableBook, before: Home | undefined, now: Home | undefined, from: Day): void => {
  const home = (now ?? before) as Home
  const site = home.kind === 'stay' ? (get(book.sites, home.place) ?? newSite) : undefined
  const matters = site !== undefined && mattersFor(book, site, before, now)
  if (matters) postSite(book, home.place, site, undefined, from)
  let [row, after]: [HouseholdRow?, HouseholdRow?] = []
  amend(book.households, home.household, known => {
    row = known ?? newHousehold(nextNumber(book, 'households'))
    after = { ...row, homes: now === undefined ? withoutHome(row.homes, home) : withHome(row.homes, now) }
    return after
  })
  if (site === undefined) exchangeInFlat(book, home, now, from)
  else if (before === undefined)
    put(book.sites, home.place, { ...site, households: withResident(site.households, home.household) })
  if (matters) postSite(book, home.place, undefined, get(book.sites, home.place), from)
  postHousehold(book, row, after, from)
}

const exchangeInFlat = (book: MutableBook, home: Home, now: Home | undefined, from: Day): void => {
  let [flat, after]: [FlatRow?, FlatRow?] = []
  amend(book.flats, home.place, known => {
    flat = known ?? newFlat(nextNumber(book, 'flats'))
    after = { ...flat, homes: now === undefined ? withoutHome(flat.homes, home) : withHome(flat.homes, now) }
    return after
  })
  if (book.coverage === 'municipality') postFlat(book, flat, after, from)
}

/** Where a site is open all the time, who stays there does not change its places. */
const mattersFor = (
  book: MutableBook,
  site: SiteRow,
  before: Home | undefined,
  now: Home | undefined,
): boolean =>
  book.coverage === 'municipality' &&
  ((before !== undefined && !openThroughout(site, before)) ||
    (now !== undefined && !openThroughout(site, now)))
