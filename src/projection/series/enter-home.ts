import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import type { Site } from '../../domain/site.ts'
import { get, type MutableTable, put } from '../../table/index.ts'
import { differences, none } from './bearing.ts'
import { type MutableBook, nextNumber } from './book.ts'
import { openThroughout } from './post-place.ts'
import { type Home, newHousehold, newPlace, type PlaceRow, withHome, withoutHome } from './row.ts'
import type { Posting } from './section.ts'

type Kind = Home['kind']

/** A tenancy or a stay begins, its end open. */
export const started = (
  book: MutableBook,
  kind: Kind,
  id: string,
  where: Pick<Home, 'household' | 'place' | 'from'>,
): ReadonlyArray<Posting> => {
  const key = homeKey(kind, id)
  return exchange(book, get(book.homes, key), { kind, key, ...where, until: Infinity })
}

/** A tenancy or a stay that is known turns out otherwise; of what never started, nothing is said. */
export const moved = (
  book: MutableBook,
  kind: Kind,
  id: string,
  by: (home: Home) => Home,
): ReadonlyArray<Posting> => {
  const before = get(book.homes, homeKey(kind, id))
  return before === undefined ? [] : exchange(book, before, by(before))
}

const homeKey = (kind: Kind, id: string): string => `${kind}:${id}`

/** The first day on which it matters which of two is so. */
const firstDay = (a: Home, b: Home): Day =>
  a.from === b.from ? Math.max(a.from, Math.min(a.until, b.until)) : Math.min(a.from, b.from)

const exchange = (book: MutableBook, before: Home | undefined, now: Home): ReadonlyArray<Posting> => {
  const elsewhere = before !== undefined && (before.household !== now.household || before.place !== now.place)
  const places = elsewhere && before.place !== now.place ? [before.place, now.place] : [now.place]
  const bearing = {
    from:
      before === undefined ? now.from : elsewhere ? Math.min(before.from, now.from) : firstDay(before, now),
    households:
      elsewhere && before.household !== now.household ? [before.household, now.household] : [now.household],
    flats: now.kind === 'tenancy' ? places : none,
    sites:
      now.kind === 'stay' ? places.filter(place => mattersFor(get(book.sites, place), before, now)) : none,
  }
  return differences(book, bearing, () => {
    if (elsewhere) takeOut(book, before)
    putIn(book, now)
  })
}

const mattersFor = (site: PlaceRow<Site> | undefined, before: Home | undefined, now: Home): boolean =>
  site !== undefined && !(openThroughout(site, now) && (before === undefined || openThroughout(site, before)))

const placesOf = (book: MutableBook, { kind }: Home): MutableTable<PlaceRow<Flat & Site>> =>
  (kind === 'tenancy' ? book.flats : book.sites) as MutableTable<PlaceRow<Flat & Site>>

const putIn = (book: MutableBook, home: Home): void => {
  const household = get(book.households, home.household) ?? newHousehold(nextNumber(book, 'households'))
  const places = placesOf(book, home)
  const place = get(places, home.place) ?? newPlace(nextNumber(book, 'places'))
  put(book.homes, home.key, home)
  put(book.households, home.household, { ...household, homes: withHome(household.homes, home) })
  put(places, home.place, { ...place, homes: withHome(place.homes, home) })
}

const takeOut = (book: MutableBook, home: Home): void => {
  const household = get(book.households, home.household)
  if (household !== undefined)
    put(book.households, home.household, { ...household, homes: withoutHome(household.homes, home) })
  const places = placesOf(book, home)
  const place = get(places, home.place)
  if (place !== undefined) put(places, home.place, { ...place, homes: withoutHome(place.homes, home) })
}
