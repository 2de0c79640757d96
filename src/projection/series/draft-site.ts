import type { Day } from '../../domain/day.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { draft, draftSteps, type MutableDraft, type Steps } from './draft.ts'
import { rosterOn } from './life.ts'
import { sizeOf } from './roster.ts'
import { coversNight, isKnown, nextOfHome, ofHome, ofHousehold, ofPlace, ofVersion, reaches } from './row.ts'
import { sites } from './section.ts'
import { nextIn, none, ofStep, valueAt } from './timeline.ts'
import { districtIn, dwellingIn, inSite, versionOn, wordOf } from './whereabouts.ts'

/** The places of a site on a day; its persons are posted with their households. */
interface SiteState {
  readonly places: number
  readonly word: number
}

/** A site, and the stays in it that matter for its places. */
interface Site {
  readonly site: number
  readonly stays: ReadonlyArray<number>
}

const unknown = /* @__PURE__ */ wordOf(inSite, undefined)

const states: Steps<Site, SiteState> = {
  stateOn: (book, { site, stays }, day) => {
    const { places, steps, versions } = book
    const version = versionOn(book, site, day)
    if (version === none) return { places: 0, word: unknown }
    const isInUse =
      valueAt(steps, read(places, site, ofPlace.offered), day) === 1 ||
      stays.some(home => coversNight(book, home, day) && personsOf(book, home, day) > 0)
    return {
      places: isInUse ? read(versions, version, ofVersion.room) : 0,
      word: read(versions, version, ofVersion.word),
    }
  },
  nextChange: (book, { site, stays }, day) => {
    const { homes, households, places, steps, versions } = book
    let next = Math.min(
      nextIn(steps, read(places, site, ofPlace.offered), day),
      nextIn(versions, read(places, site, ofPlace.versions), day),
    )
    for (const home of stays) {
      const persons = read(households, read(homes, home, ofHome.household), ofHousehold.versions)
      next = Math.min(next, nextOfHome(book, home, day), nextIn(steps, persons, day))
    }
    return next
  },
  isSame: (a, b) => a.places === b.places && a.word === b.word,
  draft: (to, day, { places, word }, sign) => {
    if (places > 0) draft(to, sites, day, 0, sign * places, districtIn(word), dwellingIn(word))
  },
}

const personsOf = (book: MutableBook, home: number, day: Day): number =>
  sizeOf(book, rosterOn(book, read(book.homes, home, ofHome.household), day))

/** Drafts the places of a site from a day on, once it is known. Who stays while it is open does not matter for them. */
export const draftSite = (book: MutableBook, site: number, from: Day, to: MutableDraft): void => {
  if (!isKnown(book, site)) return
  const { homes } = book
  const stays: Array<number> = []
  let home = read(book.places, site, ofPlace.homes)
  for (; home !== none; home = read(homes, home, ofHome.nextInPlace))
    if (
      reaches(book, home, from) &&
      !isOpenThroughout(book, site, read(homes, home, ofHome.from), read(homes, home, ofHome.until))
    )
      stays.push(home)
  draftSteps(book, states, { site, stays }, from, to)
}

/** Whether a site is open on every day of a stay. */
export const isOpenThroughout = (
  { places, steps }: MutableBook,
  site: number,
  from: Day,
  until: Day,
): boolean => {
  let step = read(places, site, ofPlace.offered)
  for (; step !== none; step = read(steps, step, ofStep.before)) {
    const [on, isOpen] = [read(steps, step, ofStep.on), read(steps, step, ofStep.value) === 1]
    if (on <= from) return isOpen
    if (!isOpen && on < until) return false
  }
  return false
}
