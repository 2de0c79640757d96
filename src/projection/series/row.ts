import type { Day } from '../../domain/day.ts'
import { addRow, type MutableRecords, read, write } from '../../table/records.ts'
import { forever, none, ofStep } from './timeline.ts'

/**
 * The fields of a household. By day: whether it is here (1 or 0), its roster, its regime by number, whom the state
 * handed over (a roster); and the last of its homes, from which the others follow.
 */
export const ofHousehold = { present: 0, versions: 1, regimes: 2, arrivals: 3, homes: 4 } as const

/** The fields of a flat or a site. By day: whether it is offered (1 or 0), and what it is; and the last of the homes in it. */
export const ofPlace = { offered: 0, versions: 1, homes: 2 } as const

/**
 * The fields of what a place is from a day on, which is a step of a timeline: its kind and district in one word; a
 * flat's units, or a site's places; how many persons may live in a flat, or {@link none}.
 */
export const ofVersion = { ...ofStep, word: ofStep.value, room: 3, most: 4 } as const

/** The fields of a tenancy or a stay; the homes of a household, and those in a place, form a chain each. */
export const ofHome = {
  kind: 0,
  household: 1,
  place: 2,
  from: 3,
  until: 4,
  nextOfHousehold: 5,
  nextInPlace: 6,
} as const

export const [householdWidth, placeWidth, versionWidth, homeWidth] = [5, 3, 5, 7]

/** Kinds of homes. */
export const [tenancy, stay] = [0, 1] as const
export type Kind = typeof tenancy | typeof stay

/** What homes stand in chains of. */
export interface Chained {
  readonly households: MutableRecords
  readonly places: MutableRecords
  readonly homes: MutableRecords
}

/** One more row, of which nothing is known: all its fields are chains. */
export const newRow = (records: MutableRecords): number => {
  const row = addRow(records)
  for (let field = 0; field < records.width; field++) write(records, row, field, none)
  return row
}

/** Whether any fact says what a place is, and not only that somebody lives there. */
export const isKnown = ({ places }: Pick<Chained, 'places'>, place: number): boolean =>
  read(places, place, ofPlace.offered) !== none || read(places, place, ofPlace.versions) !== none

/** Whether a home has the night of a day. */
export const coversNight = ({ homes }: Pick<Chained, 'homes'>, home: number, night: Day): boolean =>
  read(homes, home, ofHome.from) <= night && night < read(homes, home, ofHome.until)

/** Whether a home has a night from a day on, or on the day before it. */
export const reaches = ({ homes }: Pick<Chained, 'homes'>, home: number, day: Day): boolean => {
  const until = read(homes, home, ofHome.until)
  return until >= day && read(homes, home, ofHome.from) < until
}

/** The next day after a day on which a home begins or ends. */
export const nextOfHome = ({ homes }: Pick<Chained, 'homes'>, home: number, day: Day): Day => {
  const [from, until] = [read(homes, home, ofHome.from), read(homes, home, ofHome.until)]
  return from > day ? from : until > day ? until : forever
}

/** Puts a home at the head of its household's and its place's homes. */
export const link = (
  { homes, households, places }: Chained,
  home: number,
  household: number,
  place: number,
): void => {
  write(homes, home, ofHome.household, household)
  write(homes, home, ofHome.place, place)
  write(homes, home, ofHome.nextOfHousehold, read(households, household, ofHousehold.homes))
  write(homes, home, ofHome.nextInPlace, read(places, place, ofPlace.homes))
  write(households, household, ofHousehold.homes, home)
  write(places, place, ofPlace.homes, home)
}

/** Takes a home out of both chains. Only what was keyed twice is taken out, so the way there may be long. */
export const unlink = ({ homes, households, places }: Chained, home: number): void => {
  const cut = (records: MutableRecords, row: number, head: number, next: number): void => {
    const after = read(homes, home, next)
    let each = read(records, row, head)
    if (each === home) {
      write(records, row, head, after)
      return
    }
    while (read(homes, each, next) !== home) each = read(homes, each, next)
    write(homes, each, next, after)
  }
  cut(households, read(homes, home, ofHome.household), ofHousehold.homes, ofHome.nextOfHousehold)
  cut(places, read(homes, home, ofHome.place), ofPlace.homes, ofHome.nextInPlace)
}
