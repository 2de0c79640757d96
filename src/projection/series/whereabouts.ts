import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import { covers } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { PlaceHistory } from '../history.ts'
import type { MutableBook } from './book.ts'
import { type Home, reaches } from './row.ts'
import { districtNumber, notRecorded } from './word.ts'

/** Kinds of dwelling by number, the stronger claim first: who has several homes, against the laws, counts in the first. */
export const [inFlat, inReception, inSite, nowhere] = [0, 1, 2, 3] as const

/** A home, and the flat or site where it is. */
export interface Located {
  readonly home: Home
  readonly place: PlaceHistory<Flat | Site> | undefined
}

const none: ReadonlyArray<Located> = []

const placeOf = (book: MutableBook, { kind, place }: Home): Located['place'] =>
  kind === 'tenancy' ? get(book.town.flats, place) : get(book.town.sites, place)

/** The homes that have a night from a day on, or on the day before it; what is located already is not looked up again. */
export const located = (
  book: MutableBook,
  homes: ReadonlyArray<Home>,
  from: Day,
  already: ReadonlyArray<Located> = none,
): ReadonlyArray<Located> => {
  let found: Array<Located> | undefined
  for (const home of homes) {
    if (!reaches(home, from)) continue
    const each = { home, place: placeAmong(already, home) ?? placeOf(book, home) }
    if (found === undefined) found = [each]
    else found.push(each)
  }
  return found ?? none
}

const placeAmong = (already: ReadonlyArray<Located>, { kind, place }: Home): Located['place'] => {
  for (const each of already) if (each.home.place === place && each.home.kind === kind) return each.place
  return undefined
}

/** Where a household spends a night: the kind of dwelling, and the district. */
export interface Whereabouts {
  readonly dwelling: number
  readonly district: number
}

const unknown: Whereabouts = { dwelling: nowhere, district: notRecorded }

export const siteKind = (site: Site | undefined): number =>
  site?.kind === 'reception' ? inReception : inSite

/** Of several homes of one kind, the first by id counts. */
export const whereabouts = (homes: ReadonlyArray<Located>, night: Day): Whereabouts => {
  let found = unknown
  for (const { home, place } of homes) {
    if (!covers(home, night)) continue
    const version = place && valueOn(place.versions, night)
    const dwelling = home.kind === 'tenancy' ? inFlat : siteKind(version as Site | undefined)
    if (dwelling < found.dwelling) found = { dwelling, district: districtNumber(version?.district) }
  }
  return found
}
