import type { Day } from '../../domain/day.ts'
import type { Site } from '../../domain/site.ts'
import { valueOn } from '../../table/history.ts'
import type { PlaceHistory } from '../history.ts'
import type { MutableBook } from './book.ts'
import type { Settled } from './life.ts'
import { nextEnd, nextOf } from './next-change.ts'
import { postSteps, type Steps } from './post.ts'
import { enterSite } from './post-place.ts'
import { nobody, sizeOf } from './roster.ts'
import { isKnown, isSameHome } from './row.ts'
import { nextIn, type Timeline, valueAt } from './timeline.ts'
import { type Located, siteKind } from './whereabouts.ts'
import { districtNumber } from './word.ts'

/** A stay, and who the household is that stays. */
interface Stay extends Located {
  readonly book: MutableBook
  readonly versions: Timeline
}

/** The persons of a stay in a site, and what the site is. */
interface Lodging {
  readonly persons: number
  readonly district: number
  readonly kind: number
}

const lodgings: Steps<Stay, Lodging> = {
  stateOn: ({ book, home, place, versions }, day) => {
    if (place === undefined || !isKnown(place) || day < home.from || day >= home.until) return undefined
    const persons = sizeOf(book, valueAt(versions, day) ?? nobody)
    if (persons === 0) return undefined
    const site = valueOn((place as PlaceHistory<Site>).versions, day)
    return { persons, district: districtNumber(site?.district), kind: siteKind(site) }
  },
  nextChange: ({ home, place, versions }, day) => {
    const next = Math.min(nextEnd(home, day), nextIn(versions, day))
    return place === undefined ? next : Math.min(next, nextOf(place.versions, day))
  },
  isSame: (a, b) => a.persons === b.persons && a.district === b.district && a.kind === b.kind,
  enter: (book, day, { persons, district, kind }, sign) => {
    enterSite(book, day, sign * persons, 0, district, kind)
  },
}

/** The persons of a household's stays; of a stay that is as it was, nothing changes as long as the household does not. */
export const postStays = (
  book: MutableBook,
  then: Settled | undefined,
  now: Settled | undefined,
  from: Day,
): void => {
  const sameVersions = now !== undefined && then?.row.versions === now.row.versions
  for (const each of now?.homes ?? none) {
    if (each.home.kind !== 'stay') continue
    const before = stayIn(then, each)
    if (sameVersions && before?.home === each.home) continue
    postSteps(book, lodgings, before && stayOf(book, before, then), stayOf(book, each, now), from)
  }
  for (const each of then?.homes ?? none)
    if (each.home.kind === 'stay' && stayIn(now, each) === undefined)
      postSteps(book, lodgings, stayOf(book, each, then), undefined, from)
}

const none: ReadonlyArray<Located> = []

const stayIn = (settled: Settled | undefined, { home }: Located): Located | undefined => {
  for (const each of settled?.homes ?? none) if (isSameHome(each.home, home)) return each
  return undefined
}

const stayOf = (book: MutableBook, { home, place }: Located, settled: Settled | undefined): Stay => ({
  book,
  home,
  place,
  versions: settled?.row.versions ?? [],
})
