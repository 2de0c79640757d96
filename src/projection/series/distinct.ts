import { type Columns, column } from '../../table/columns.ts'
import { type Asked, doesNotCount, placesOf, rangeOf } from './reading.ts'
import { at } from './section.ts'

/** What happens on a day: the section it is posted in, and to whom it happens. */
export interface Happening {
  readonly section: number
  readonly subjects: Subjects
}

/** Says whom a posting is about; of a person, also the place in the list of members. */
export type Subjects = (posting: number, each: (subject: number, member: number) => void) => void

/**
 * Those of whom something is said at a point, each once, with all that is said of them there and not taken back: a chain,
 * which begins at `newest` and goes on through `before`. Whatever is taken back was posted before, of the same day and in
 * the same words, and so nothing but what is so is left. `also`: whether the other section says something of them, too.
 */
export interface MutableDistinct {
  readonly point: Array<number>
  readonly subject: Array<number>
  readonly newest: Array<number>
  readonly also: Array<boolean>
  readonly posting: Array<number>
  readonly member: Array<number>
  readonly before: Array<number>
}

export const nothing = -1

export const distinct = (
  asked: Asked,
  subjects: number,
  all: Happening,
  those: Happening,
): MutableDistinct => {
  const found: MutableDistinct = {
    point: [],
    subject: [],
    newest: [],
    also: [],
    posting: [],
    member: [],
    before: [],
  }
  const { point, subject, newest, also, posting, member, before } = found
  const [allAt, thoseAt] = [byPoint(asked, all.section), byPoint(asked, those.section)]
  const signs = column(asked.ledger.postings[those.section] as Columns, at.amount)
  const isOpposite = oppositesIn(asked.ledger.postings[all.section] as Columns)
  const places = new Int32Array(subjects)
  const told = new Int32Array(subjects)

  for (let p = 0; p < asked.points.length; p++) {
    const begin = point.length
    for (const k of allAt(p))
      all.subjects(k, (who, as) => {
        let place = places[who] as number
        if (place < begin || subject[place] !== who) {
          places[who] = place = point.push(p) - 1
          subject.push(who)
          newest.push(nothing)
        }
        if (takenBack(found, place, k, as, isOpposite)) return
        before.push(newest[place] as number)
        member.push(as)
        newest[place] = posting.push(k) - 1
      })
    const say = (by: 1 | -1) => {
      for (const k of thoseAt(p))
        those.subjects(k, who => {
          told[who] = (told[who] as number) + by * (signs[k] as number)
        })
    }
    say(1)
    for (let k = begin; k < subject.length; k++) also.push((told[subject[k] as number] as number) > 0)
    say(-1)
  }
  return found
}

type Opposite = (a: number, b: number) => boolean

/** Whether one of two postings takes the other back: whatever they say, but for the entry and the sign, is the same. */
const oppositesIn = (postings: Columns): Opposite => {
  const signs = column(postings, at.amount)
  const said = postings.held.columns.filter((_, k) => k !== at.entry && k !== at.amount)
  return (a, b) => signs[a] === -(signs[b] as number) && said.every(each => each[a] === each[b])
}

/** Takes the posting out of a chain that another one takes back, if there is one: most are posted anew within days. */
const takenBack = (
  { newest, posting, member, before }: MutableDistinct,
  place: number,
  by: number,
  as: number,
  isOpposite: Opposite,
): boolean => {
  let after = nothing
  for (let k = newest[place] as number; k !== nothing; k = before[k] as number) {
    if (member[k] === as && isOpposite(posting[k] as number, by)) {
      if (after === nothing) newest[place] = before[k] as number
      else before[after] = before[k] as number
      return true
    }
    after = k
  }
  return false
}

/** The postings of a section that count, point by point. */
const byPoint = (asked: Asked, section: number): ((p: number) => Int32Array) => {
  const places = placesOf(asked, asked.ledger.postings[section] as Columns, rangeOf(asked.points).from)
  const ends = new Int32Array(asked.points.length + 1)
  for (const p of places) if (p !== doesNotCount) ends[p + 1] = (ends[p + 1] as number) + 1
  for (let p = 1; p < ends.length; p++) ends[p] = (ends[p] as number) + (ends[p - 1] as number)
  const next = ends.slice()
  const order = new Int32Array(ends[ends.length - 1] as number)
  for (let k = 0; k < places.length; k++) {
    const p = places[k] as number
    if (p === doesNotCount) continue
    order[next[p] as number] = k
    next[p] = (next[p] as number) + 1
  }
  return p => order.subarray(ends[p], ends[p + 1])
}
