import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { nextEnd } from './next-change.ts'
import { postSteps, type Steps } from './post.ts'
import { enterSite } from './post-place.ts'
import { nobody, sizeOf } from './roster.ts'
import { type Home, type HouseholdRow, isSameHome } from './row.ts'
import { nextIn, type Timeline, valueAt } from './timeline.ts'
import { districtIn, dwellingIn, wordFor } from './whereabouts.ts'

/** A stay, and who the household is that stays. */
interface Stay {
  readonly book: MutableBook
  readonly home: Home
  readonly versions: Timeline
}

/** The persons of a stay in a site, and where it is. */
interface Lodging {
  readonly persons: number
  readonly word: number
}

const lodgings: Steps<Stay, Lodging> = {
  stateOn: ({ book, home, versions }, day) => {
    if (!home.place.isKnown || day < home.from || day >= home.until) return undefined
    const persons = sizeOf(book, valueAt(versions, day) ?? nobody)
    return persons === 0 ? undefined : { persons, word: wordFor(home, day) }
  },
  nextChange: ({ home, versions }, day) =>
    Math.min(nextEnd(home, day), nextIn(versions, day), nextIn(home.place.words, day)),
  isSame: (a, b) => a.persons === b.persons && a.word === b.word,
  enter: (book, day, { persons, word }, sign) => {
    enterSite(book, day, sign * persons, 0, districtIn(word), dwellingIn(word))
  },
}

/** The persons of a household's stays; of a stay that is as it was, nothing changes as long as the household does not. */
export const postStays = (
  book: MutableBook,
  before: HouseholdRow | undefined,
  after: HouseholdRow | undefined,
  from: Day,
): void => {
  const sameVersions = before?.versions === after?.versions
  for (const home of after?.homes ?? none) {
    if (home.kind !== 'stay') continue
    const then = stayIn(before, home)
    if (then === home && (sameVersions || home.until < from)) continue
    postSteps(book, lodgings, then && stayOf(book, then, before), stayOf(book, home, after), from)
  }
  for (const home of before?.homes ?? none)
    if (home.kind === 'stay' && stayIn(after, home) === undefined)
      postSteps(book, lodgings, stayOf(book, home, before), undefined, from)
}

const none: ReadonlyArray<Home> = []

const stayIn = (row: HouseholdRow | undefined, home: Home): Home | undefined => {
  for (const each of row?.homes ?? none) if (isSameHome(each, home)) return each
  return undefined
}

const stayOf = (book: MutableBook, home: Home, row: HouseholdRow | undefined): Stay => ({
  book,
  home,
  versions: row?.versions ?? [],
})
