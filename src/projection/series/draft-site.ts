import type { Day } from '../../domain/day.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { draft, draftSteps, type MutableDraft, type Steps } from './draft.ts'
import { type LivedIn, nextChangeIn, personsIn } from './lived-in.ts'
import { coversNight, isKnown, ofHome, ofPlace, ofVersion, reaches } from './row.ts'
import { sites } from './section.ts'
import { none, ofStep, valueAt } from './timeline.ts'
import { districtIn, dwellingIn, inSite, versionOn, wordOf } from './whereabouts.ts'

/** The places of a site on a day; its persons are posted with their households. */
interface SiteState {
  readonly places: number
  readonly word: number
}

const unknown = /* @__PURE__ */ wordOf(inSite, undefined)

const states: Steps<LivedIn, SiteState> = {
  stateOn: (book, { place, homes }, day) => {
    const { places, steps, versions } = book
    const version = versionOn(book, place, day)
    if (version === none) return { places: 0, word: unknown }
    const isInUse =
      valueAt(steps, read(places, place, ofPlace.offered), day) === 1 ||
      homes.some(home => coversNight(book, home, day) && personsIn(book, home, day) > 0)
    return {
      places: isInUse ? read(versions, version, ofVersion.room) : 0,
      word: read(versions, version, ofVersion.word),
    }
  },
  nextChange: nextChangeIn,
  isSame: (a, b) => a.places === b.places && a.word === b.word,
  draft: (to, day, { places, word }, sign) => {
    if (places > 0) draft(to, sites, day, 0, sign * places, districtIn(word), dwellingIn(word))
  },
}

/** Drafts the places of a site from a day on, once it is known. Who stays while it is open does not matter for them. */
export const draftSite = (book: MutableBook, site: number, from: Day, to: MutableDraft): void => {
  if (!isKnown(book, site)) return
  const { homes } = book
  const stays: Array<number> = []
  let home = read(book.places, site, ofPlace.homes)
  for (; home !== none; home = read(homes, home, ofHome.nextInPlace))
    if (reaches(book, home, from) && !isOpenThroughStay(book, home)) stays.push(home)
  draftSteps(book, states, { place: site, homes: stays }, from, to)
}

/** Whether the site of a stay is open on every day of it. */
export const isOpenThroughStay = (book: MutableBook, home: number): boolean => {
  const { homes } = book
  const site = read(homes, home, ofHome.place)
  return isOpenThroughout(book, site, read(homes, home, ofHome.from), read(homes, home, ofHome.until))
}

/** Whether a site is open on every day from one until another. */
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
