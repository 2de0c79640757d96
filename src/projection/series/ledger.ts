import type { Envelope, Recorded } from '../../event/envelope.ts'
import type { HousingEvent } from '../../event/event.ts'
import type { Projection } from '../projection.ts'
import {
  type Coverage,
  closeBook,
  emptyLedger,
  type Ledger,
  type MutableBook,
  openBook,
  turnTo,
} from './book.ts'
import { timeOf } from './calendar.ts'
import { enter, isSilent } from './enter.ts'
import { joined } from './join.ts'

/**
 * When an event became known: when it was recorded, but not before what was posted before it in its stream. Events
 * without an envelope have been known for ever.
 */
const knownAt = ({ town }: MutableBook, { recordedAt }: Envelope): number => {
  town.known = Math.max(timeOf(recordedAt), town.known)
  return town.known
}

const take = (book: MutableBook, event: HousingEvent | Recorded): void => {
  book.taken.events += 1
  if (isSilent(event)) return
  const envelope = 'envelope' in event ? event.envelope : undefined
  turnTo(book, envelope?.stream ?? '')
  enter(book, event)
  if (!book.posted) return
  book.posted = false
  const { entries } = book
  const known = envelope === undefined ? -Infinity : knownAt(book, envelope)
  if (known < (entries.knownAt[entries.knownAt.length - 1] ?? known)) entries.inOrder = false
  entries.knownAt.push(known)
  entries.envelopes.push(envelope)
}

const projectionOf = (coverage: Coverage): Projection<Ledger> => ({
  empty: coverage === 'municipality' ? emptyLedger : Object.freeze({ ...emptyLedger, coverage }),
  apply: (known, event) => {
    if (isSilent(event)) return known
    const book = openBook(known)
    take(book, event)
    return closeBook(book)
  },
  applyAll: (known, events) => {
    const book = openBook(known, Array.isArray(events) ? events.length : undefined)
    for (const event of events) take(book, event)
    return closeBook(book)
  },
  concat: joined,
})

/**
 * The projection that all series are read from: `fold(ledger)(log)`, then {@link seriesOf}, {@link breakdownOf} or
 * {@link asOf}. It answers what the views of the {@link census} do, for every day and as known at any time, from one
 * pass over the log.
 *
 * Each event takes back what it makes untrue and posts what is true instead, so late facts need no special care. One
 * event costs O(what it changes), whether it is applied alone or with others.
 *
 * Ledgers of different municipalities can be put together with `concat`. Of one municipality cut into groups of
 * households, take {@link householdLedger}.
 *
 * @category folding
 */
export const ledger: Projection<Ledger> = /* @__PURE__ */ projectionOf('municipality')

/**
 * The same for groups of households of one municipality: each part of the log holds the events about its households,
 * their tenancies and stays, and all events about flats and sites. Put together with `concat`, it answers as a ledger
 * of the whole log does, but for the occupancy of flats and sites ({@link coverageOf}): to such a measure it says
 * `NeedsWholeMunicipality`.
 *
 * @category folding
 */
export const householdLedger: Projection<Ledger> = /* @__PURE__ */ projectionOf('households')
