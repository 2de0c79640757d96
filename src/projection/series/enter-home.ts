import type { Day } from '../../domain/day.ts'
import { get, type MutableTable, put } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import { householdOf } from './enter-household.ts'
import { flatOf, siteOf } from './enter-place.ts'
import { postHousehold } from './post-household.ts'
import { openThroughout, postFlat, postSite } from './post-place.ts'
import { type Home, type SiteRow, withHome, withoutHome, withResident } from './row.ts'

type Kind = Home['kind']

/** A tenancy or a stay begins, its end open. */
export const started = (book: MutableBook, where: Start): void => {
  const { kind, id, household, from } = where
  const before = homeOf(book, kind, id)
  const { place } = kind === 'tenancy' ? flatOf(book, where.place) : siteOf(book, where.place)
  const now: Home = { kind, id, household, place, from, until: Infinity }
  if (before === undefined) exchange(book, undefined, now, from)
  else if (before.household === household && before.place.id === place.id)
    exchange(book, before, now, firstDay(before, now))
  else {
    exchange(book, before, undefined, before.from)
    exchange(book, undefined, now, from)
  }
  put(homesIn(book, kind), id, household)
}

/** Who begins to live in which place, and when. */
interface Start extends Pick<Home, 'kind' | 'id' | 'household' | 'from'> {
  readonly place: string
}

/** A tenancy or a stay that is known turns out otherwise; of what never started, nothing is said. */
export const moved = (book: MutableBook, kind: Kind, id: string, by: (home: Home) => Home): void => {
  const before = homeOf(book, kind, id)
  if (before === undefined) return
  const now = by(before)
  exchange(book, before, now, firstDay(before, now))
}

const homesIn = ({ town }: MutableBook, kind: Kind): MutableTable<string> =>
  kind === 'tenancy' ? town.tenancies : town.stays

const homeOf = (book: MutableBook, kind: Kind, id: string): Home | undefined => {
  const household = get(homesIn(book, kind), id)
  if (household === undefined) return undefined
  return get(book.town.households, household)?.homes.find(home => home.id === id && home.kind === kind)
}

/** The first day on which it matters which of two is so. */
const firstDay = (a: Home, b: Home): Day =>
  a.from === b.from ? Math.max(a.from, Math.min(a.until, b.until)) : Math.min(a.from, b.from)

/** Writes a home in the place of what was known of it, in the same household and place, and posts what that changes. */
const exchange = (book: MutableBook, before: Home | undefined, now: Home | undefined, from: Day): void => {
  const home = (now ?? before) as Home
  const { households } = book.town
  const row = householdOf(book, home.household)
  const after = { ...row, homes: exchanged(row.homes, home, now) }
  const write = (): void => {
    put(households, home.household, after)
  }
  if (home.kind === 'tenancy') exchangeInFlat(book, home, now, from, write)
  else exchangeInSite(book, before, now, from, write)
  postHousehold(book, row, after, from)
}

const exchanged = (homes: ReadonlyArray<Home>, home: Home, now: Home | undefined): ReadonlyArray<Home> =>
  now === undefined ? withoutHome(homes, home) : withHome(homes, now)

const exchangeInFlat = (
  book: MutableBook,
  home: Home,
  now: Home | undefined,
  from: Day,
  write: () => void,
): void => {
  const { flats } = book.town
  const flat = flatOf(book, home.place.id)
  const after = { ...flat, homes: exchanged(flat.homes, home, now) }
  write()
  put(flats, home.place.id, after)
  if (book.coverage === 'municipality') postFlat(book, flat, after, from)
}

const exchangeInSite = (
  book: MutableBook,
  before: Home | undefined,
  now: Home | undefined,
  from: Day,
  write: () => void,
): void => {
  const { place, household } = (now ?? before) as Home
  const site = siteOf(book, place.id)
  const matters = mattersFor(book, site, before, now)
  if (matters) postSite(book, site, undefined, from)
  write()
  const after =
    before === undefined ? { ...site, households: withResident(site.households, household) } : site
  if (after !== site) put(book.town.sites, place.id, after)
  if (matters) postSite(book, undefined, after, from)
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
