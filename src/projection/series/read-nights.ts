import { type Columns, column } from '../../table/columns.ts'
import { type Asked, type Cells, isLater, knownOf, newCells, pointOf, runUp, whole } from './reading.ts'
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

const wordsOf = (figure: Taken, by: Asked['by']): number | undefined => {
  if (by === 'district') return figure.district
  if (by === 'entry') return at.entry
  return by === 'dwelling' ? figure.dwelling : undefined
}

/** What is taken and what there is, added up over the nights of each point. O(postings + points · cells). */
export const readNights = (asked: Asked, figure: Taken): Cells => {
  const { ledger, known, points, by } = asked
  const postings = ledger.postings[figure.section] as Columns
  const { length, knownAt } = knownOf(asked, postings)
  const [entries, days] = [column(postings, at.entry), column(postings, at.day)]
  const [taken, there] = [column(postings, figure.taken), column(postings, figure.there)]
  const words = wordsOf(figure, by)
  const cells = words === undefined ? undefined : column(postings, words)
  const count = points.length
  // nightly: what there is on every night of a point; once: what its first nights lack of that
  const nightly = newCells(2, count)
  const once = newCells(2, count)
  const point = pointOf(points)
  const last = points[count - 1]?.until ?? -Infinity

  for (let k = 0; k < length; k++) {
    const day = days[k] as number
    if (day >= last || isLater(knownAt, entries[k] as number, known)) continue
    const cell = cells === undefined ? whole : (cells[k] as number)
    const p = point(day)
    const missed = Math.max(0, day - (points[p] as { from: number }).from)
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
      const { from, until } = points[k % count] as { from: number; until: number }
      numbers[k] = (numbers[k] as number) * Math.max(0, until - from) - (less[k] as number)
    }
  }
  return nightly.of
}
