import type { Day } from '../../domain/day.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { draft, draftSteps, type MutableDraft, type Steps } from './draft.ts'
import { type LivedIn, nextChangeIn, personsIn } from './lived-in.ts'
import { coversNight, isKnown, ofHome, ofPlace, ofVersion, reaches } from './row.ts'
import { flats } from './section.ts'
import { none, valueAt } from './timeline.ts'
import { districtIn, versionOn } from './whereabouts.ts'
import { notRecorded } from './word.ts'

/** A flat on a day: units let, units there, persons, and persons allowed. */
interface FlatState {
  readonly taken: number
  readonly there: number
  readonly persons: number
  readonly allowed: number
  readonly district: number
}

const states: Steps<LivedIn, FlatState> = {
  stateOn: (book, { place, homes }, day) => {
    const { places, steps, versions } = book
    const version = versionOn(book, place, day)
    const isListed = valueAt(steps, read(places, place, ofPlace.offered), day) === 1
    const most = version === none ? none : read(versions, version, ofVersion.most)
    let [taken, persons] = [0, 0]
    for (const home of homes) {
      if (!coversNight(book, home, day)) continue
      taken++
      if (most !== none) persons += personsIn(book, home, day)
    }
    return {
      taken,
      there: Math.max(taken, isListed && version !== none ? read(versions, version, ofVersion.room) : 0),
      persons,
      allowed: most !== none && (isListed || taken > 0) ? most : 0,
      district: version === none ? notRecorded : districtIn(read(versions, version, ofVersion.word)),
    }
  },
  nextChange: nextChangeIn,
  isSame: (a, b) =>
    a.taken === b.taken &&
    a.there === b.there &&
    a.persons === b.persons &&
    a.allowed === b.allowed &&
    a.district === b.district,
  draft: (to, day, { taken, there, persons, allowed, district }, sign) => {
    if (there > 0 || allowed > 0)
      draft(to, flats, day, sign * taken, sign * there, sign * persons, sign * allowed, district)
  },
}

const empty: ReadonlyArray<number> = []

/** Drafts what a flat comes to from a day on, once it is known. */
export const draftFlat = (book: MutableBook, flat: number, from: Day, to: MutableDraft): void => {
  if (!isKnown(book, flat)) return
  let homes = empty
  let home = read(book.places, flat, ofPlace.homes)
  for (; home !== none; home = read(book.homes, home, ofHome.nextInPlace))
    if (reaches(book, home, from)) homes = homes.concat(home) // mostly none or one
  draftSteps(book, states, { place: flat, homes }, from, to)
}
