import type { Interval } from '../../domain/interval.ts'
import { type Columns, column } from '../../table/columns.ts'
import {
  type Asked,
  type By,
  doesNotCount,
  newCells,
  placesOf,
  type Reading,
  runUp,
  whole,
} from './reading.ts'
import { at, atFlat, atSite, flats, sites } from './section.ts'

/** The two numbers of a ratio: what is taken and what there is, each by its column; and the column of each dimension. */
interface Taken {
  readonly section: number
  readonly taken: number
  readonly there: number
  readonly district: number
  readonly dwelling?: number
}

export const flatUnits: Taken = {
  section: flats,
  taken: atFlat.let,
  there: atFlat.there,
  district: atFlat.district,
}
export const flatPersons: Taken = { ...flatUnits, taken: atFlat.persons, there: atFlat.allowed }
export const sitePersons: Taken = {
  section: sites,
  taken: atSite.persons,
  there: atSite.places,
  district: atSite.district,
  dwelling: atSite.dwelling,
}

const wordsOf = (figure: Taken, by: By): number | undefined => {
  if (by === 'district') return figure.district
  if (by === 'entry') return at.entry
  return by === 'dwelling' ? figure.dwelling : undefined
}

/** What is taken and what there is, added up over the nights of each point. O(postings + points · cells). */
export const readNights = (asked: Asked, figure: Taken): Reading => {
  const { ledger, points } = asked
  const postings = ledger.postings[figure.section] as Columns
  const days = column(postings, at.day)
  const [taken, there] = [column(postings, figure.taken), column(postings, figure.there)]
  const places = placesOf(asked, postings, -Infinity)
  const count = points.length
  return by => {
    const words = wordsOf(figure, by)
    const cells = words === undefined ? undefined : column(postings, words)
    // nightly: what there is on every night of a point; once: what its first nights lack of that
    const nightly = newCells(2, count)
    const once = newCells(2, count)
    for (let k = 0; k < places.length; k++) {
      const p = places[k] as number
      if (p === doesNotCount) continue
      const cell = cells === undefined ? whole : (cells[k] as number)
      const missed = Math.max(0, (days[k] as number) - (points[p] as Interval).from)
      const [each, less] = [nightly.at(cell), once.at(cell)]
      const [a, b] = [taken[k] as number, there[k] as number]
      each[p] = (each[p] as number) + a
      each[count + p] = (each[count + p] as number) + b
      less[p] = (less[p] as number) + a * missed
      less[count + p] = (less[count + p] as number) + b * missed
    }
    for (const [cell, numbers] of nightly.of) {
      runUp(numbers, count)
      const less = once.at(cell)
      for (let k = 0; k < numbers.length; k++) {
        const { from, until } = points[k % count] as Interval
        numbers[k] = (numbers[k] as number) * Math.max(0, until - from) - (less[k] as number)
      }
    }
    return nightly.of
  }
}
