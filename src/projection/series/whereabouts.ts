import type { Day } from '../../domain/day.ts'
import type { Flat } from '../../domain/flat.ts'
import { covers } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import { get } from '../../table/index.ts'
import type { MutableBook } from './book.ts'
import type { Home, HouseholdRow, PlaceRow } from './row.ts'
import { districtNumber, notRecorded } from './word.ts'

/** Kinds of dwelling by number, the stronger claim first: who has several homes, against the laws, counts in the first. */
export const [inFlat, inReception, inSite, nowhere] = [0, 1, 2, 3] as const

/** Where a household spends a night: the kind of dwelling, and the district. */
export interface Whereabouts {
  readonly dwelling: number
  readonly district: number
}

const unknown: Whereabouts = { dwelling: nowhere, district: notRecorded }

export const placeOf = (book: MutableBook, home: Home): PlaceRow<Flat> | PlaceRow<Site> | undefined =>
  home.kind === 'tenancy' ? get(book.flats, home.place) : get(book.sites, home.place)

export const siteKind = (site: Site | undefined): number =>
  site?.kind === 'reception' ? inReception : inSite

/** Of several homes of one kind, the first by id counts. */
export const whereabouts = (book: MutableBook, { homes }: HouseholdRow, night: Day): Whereabouts => {
  let found = unknown
  for (const home of homes) {
    if (!covers(home, night)) continue
    const version = valueOn<Flat | Site>(placeOf(book, home)?.versions ?? [], night)
    const dwelling = home.kind === 'tenancy' ? inFlat : siteKind(version as Site | undefined)
    if (dwelling < found.dwelling) found = { dwelling, district: districtNumber(version?.district) }
  }
  return found
}
