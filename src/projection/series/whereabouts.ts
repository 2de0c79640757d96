import type { Day } from '../../domain/day.ts'
import { covers } from '../../domain/interval.ts'
import type { Site } from '../../domain/site.ts'
import type { Home } from './row.ts'
import { valueAt } from './timeline.ts'
import { districtNumber, notRecorded } from './word.ts'

/** Kinds of dwelling by number, the stronger claim first: who has several homes, against the laws, counts in the first. */
export const [inFlat, inReception, inSite, nowhere] = [0, 1, 2, 3] as const

export const siteKind = (site: Site | undefined): number =>
  site?.kind === 'reception' ? inReception : inSite

/** Where a household spends a night, in one number: the kind of dwelling, and the district. */
export const wordOf = (dwelling: number, district: string | undefined): number =>
  4 * (districtNumber(district) + 1) + dwelling

export const dwellingIn = (word: number): number => word % 4
export const districtIn = (word: number): number => (word >> 2) - 1

const unknown = 4 * (notRecorded + 1) + nowhere

/** Where a home is on a night, as far as it is known. */
export const wordFor = ({ kind, place }: Home, night: Day): number =>
  valueAt(place.words, night) ?? (kind === 'tenancy' ? inFlat : inSite)

/** Of several homes of one kind, the first by id counts. */
export const whereabouts = (homes: ReadonlyArray<Home>, night: Day): number => {
  let found = unknown
  for (const home of homes) {
    if (!covers(home, night)) continue
    const word = wordFor(home, night)
    if (dwellingIn(word) < dwellingIn(found)) found = word
  }
  return found
}
