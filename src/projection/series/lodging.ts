import { read } from '../../table/records.ts'
import { draft, type Steps } from './draft.ts'
import { personsIn } from './lived-in.ts'
import { coversNight, isKnown, nextOfHome, ofHome, ofHousehold, ofPlace } from './row.ts'
import { sites } from './section.ts'
import { nextIn } from './timeline.ts'
import { districtIn, dwellingIn, wordFor } from './whereabouts.ts'

/** The persons of a stay in a site, and where it is. */
interface Lodging {
  readonly persons: number
  readonly word: number
}

/** The persons of a stay, by day. */
export const lodgings: Steps<number, Lodging> = {
  stateOn: (book, home, day) => {
    if (!isKnown(book, read(book.homes, home, ofHome.place)) || !coversNight(book, home, day))
      return undefined
    const persons = personsIn(book, home, day)
    return persons === 0 ? undefined : { persons, word: wordFor(book, home, day) }
  },
  nextChange: (book, home, day) => {
    const { homes, households, places, steps, versions } = book
    const rosters = read(households, read(homes, home, ofHome.household), ofHousehold.versions)
    const words = read(places, read(homes, home, ofHome.place), ofPlace.versions)
    return Math.min(nextOfHome(book, home, day), nextIn(steps, rosters, day), nextIn(versions, words, day))
  },
  isSame: (a, b) => a.persons === b.persons && a.word === b.word,
  draft: (to, day, { persons, word }, sign) => {
    draft(to, sites, day, sign * persons, 0, districtIn(word), dwellingIn(word))
  },
}
