import type { Day } from '../../domain/day.ts'
import { read } from '../../table/records.ts'
import type { MutableBook } from './book.ts'
import { rosterOn } from './life.ts'
import { sizeOf } from './roster.ts'
import { nextOfHome, ofHome, ofHousehold, ofPlace } from './row.ts'
import { nextIn } from './timeline.ts'

/** A flat or a site, and the homes in it that matter. */
export interface LivedIn {
  readonly place: number
  readonly homes: ReadonlyArray<number>
}

/** How many persons a home has on a day that it covers. */
export const personsIn = (book: MutableBook, home: number, day: Day): number =>
  sizeOf(book, rosterOn(book, read(book.homes, home, ofHome.household), day))

/** The next day after a day on which a place is another one, a home begins or ends, or its household may grow or shrink. */
export const nextChangeIn = (book: MutableBook, { place, homes }: LivedIn, day: Day): Day => {
  const { households, places, steps, versions } = book
  let next = Math.min(
    nextIn(steps, read(places, place, ofPlace.offered), day),
    nextIn(versions, read(places, place, ofPlace.versions), day),
  )
  for (const home of homes) {
    const rosters = read(households, read(book.homes, home, ofHome.household), ofHousehold.versions)
    next = Math.min(next, nextOfHome(book, home, day), nextIn(steps, rosters, day))
  }
  return next
}
