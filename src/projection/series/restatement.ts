import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { IsoDay } from '../../domain/day.ts'
import type { Envelope } from '../../event/envelope.ts'
import { appended, type Columns, column } from '../../table/columns.ts'
import { type Figure, nightsOf, type Period } from '../figure.ts'
import { asOf } from './as-of.ts'
import type { Ledger } from './book.ts'
import { figureAt, numbersOf } from './figure-at.ts'
import { type Measure, statementOf } from './measure.ts'
import { read } from './read.ts'
import { whole } from './reading.ts'
import { arrivals, at, moveIns } from './section.ts'
import { instantOf, type Unanswerable } from './unanswerable.ts'

/**
 * A figure that was published: what was asked, and of which day or period.
 *
 * @category restatement
 */
export interface Published {
  readonly measure: Measure
  readonly effective: IsoDay | Period
}

/**
 * When the figures were published, and when they are looked at again; by default, now.
 *
 * @category restatement
 */
export interface Since {
  readonly published: string
  readonly known?: string
}

/**
 * A published figure that is no longer what was said: what it was, what it is, and which events made the difference,
 * in the order in which they became known, each with its share of it, number by number. The shares add up to the
 * difference.
 *
 * @category restatement
 */
export interface Restatement extends Published {
  readonly before: Figure
  readonly after: Figure
  readonly causes: ReadonlyArray<Cause>
}

/**
 * An event, by its envelope, and what it changed: of a ratio numerator and denominator, of a count the count and its
 * parts.
 *
 * @category restatement
 */
export interface Cause {
  readonly envelope: Envelope
  readonly change: Readonly<Record<string, number>>
}

/**
 * Which of the figures published at an instant what was recorded since has changed, from what to what, and by which
 * events: late facts, corrections and annulments. Figures that have not changed are left out.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { fold, type IsoDay, ledger, type Recorded, restatements } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const assigned = (id: string, version: number, on: string, recordedAt: string) =>
 *   ({
 *     type: 'HouseholdAssigned',
 *     data: { on, household: { id, members }, regime: 'AsylbLG' },
 *     envelope: { stream: 'town', version, recordedAt, schema: 1, commandId: id },
 *   }) as unknown as Recorded
 * const books = fold(ledger)([
 *   assigned('H1', 1, '2016-12-01', '2016-12-01T09:00:00.000Z'),
 *   assigned('H2', 2, '2016-12-20', '2017-01-16T09:00:00.000Z'), // reported late
 * ])
 * const yearbook = [{ measure: { figure: 'population', unit: 'households' }, effective: '2016-12-31' as IsoDay }] as const
 * const changed = F.pipe(books, restatements(yearbook, { published: '2017-01-02T12:00:00.000Z' }))
 * F.pipe(changed, E.map(all => all.map(({ causes }) => causes.map(({ envelope, change }) => [envelope.version, change]))))
 * // => E.right([[[2, { count: 1 }]]])
 * ```
 * @category restatement
 */
export const restatements =
  (figures: ReadonlyArray<Published>, { published, known }: Since) =>
  (ledger: Ledger): Either<Unanswerable, ReadonlyArray<Restatement>> => {
    const since = recordedSince(ledger, instantOf(published), instantOf(known))
    const found: Array<Restatement> = []
    for (const { measure, effective } of figures) {
      const before = asOf(measure, { effective, known: published })(ledger)
      if (E.isLeft(before)) return before
      const after = asOf(measure, known === undefined ? { effective } : { effective, known })(ledger)
      if (E.isLeft(after)) return after
      if (Object.values(changeOf(before.right, after.right)).every(change => change === 0)) continue
      const causes = causesOf(ledger, since, { measure, effective }, before.right, instantOf(published))
      found.push({ measure, effective, before: before.right, after: after.right, causes })
    }
    return E.right(found)
  }

/** The ledger's postings since an instant, up to another. */
const recordedSince = (ledger: Ledger, published: number, known: number): Ledger =>
  filtered(ledger, entry => {
    const when = ledger.entries.knownAt[entry] as number
    return when > published && when <= known
  })

/** A ledger with those postings alone whose entry and day pass. */
const filtered = (ledger: Ledger, passes: (entry: number, day: number) => boolean): Ledger => ({
  ...ledger,
  postings: ledger.postings.map(postings => {
    const [entries, days] = [column(postings, at.entry), column(postings, at.day)]
    const kept: Array<number> = []
    for (let k = 0; k < postings.length; k++)
      if (passes(entries[k] as number, days[k] as number)) kept.push(k)
    return picked(postings, kept)
  }),
})

const picked = (columns: Columns, rows: ReadonlyArray<number>): Columns => ({
  length: rows.length,
  held: {
    used: rows.length,
    columns: columns.held.columns.map(each => Int32Array.from(rows, k => each[k] as number)),
  },
})

/** Number by number, under their names in the figure. */
const changeOf = (before: Figure, after: Figure): Readonly<Record<string, number>> => {
  const names =
    'numerator' in after
      ? ['numerator', 'denominator']
      : ['count', ...('parts' in after ? Object.keys(after.parts) : [])]
  const [from, to] = [numbersOf(before), numbersOf(after)]
  return Object.fromEntries(names.map((name, k) => [name, (to[k] as number) - (from[k] as number)]))
}

const causesOf = (
  ledger: Ledger,
  since: Ledger,
  asked: Published,
  before: Figure,
  published: number,
): ReadonlyArray<Cause> => {
  const changes = new Map(
    isSum(asked.measure) ? sharesOf(since, asked) : stepsOf(ledger, since, asked, before, published),
  )
  return inOrderOfRecording(ledger, changes.keys())
    .map(entry => ({
      envelope: ledger.entries.envelopes[entry] as Envelope,
      change: changes.get(entry) as Cause['change'],
    }))
    .filter(({ change }) => Object.values(change).some(number => number !== 0))
}

/** Whether the figure is a sum over postings. One that counts each once is not. */
const isSum = ({ figure }: Measure): boolean => figure !== 'decentral intake' && figure !== 'flats let'

type Changes = Iterable<readonly [entry: number, change: Readonly<Record<string, number>>]>

/** What each entry adds to a sum: the figure itself, read from its postings alone. */
function* sharesOf(since: Ledger, { measure, effective }: Published): Changes {
  const statement = statementOf(measure, effective)
  const nothing = figureAt(measure, statement, () => 0)
  const cells = read(measure, { ledger: since, known: Infinity, points: [nightsOf(effective)] })('entry')
  for (const [entry, numbers] of cells)
    yield [
      entry,
      changeOf(
        nothing,
        figureAt(measure, statement, k => numbers[k] as number),
      ),
    ]
}

/** What each entry changes when it comes to those before it: counted anew, among what happened in the period. */
function* stepsOf(
  ledger: Ledger,
  since: Ledger,
  { measure, effective }: Published,
  before: Figure,
  published: number,
): Changes {
  const period = nightsOf(effective)
  const { knownAt } = ledger.entries
  const inPeriod = (day: number): boolean => day >= period.from && day < period.until
  const late = filtered(since, (_, day) => inPeriod(day))
  const statement = statementOf(measure, effective)
  let known = filtered(ledger, (entry, day) => inPeriod(day) && (knownAt[entry] as number) <= published)
  let figure = before
  for (const entry of inOrderOfRecording(ledger, entriesOf(late))) {
    const more = filtered(late, each => each === entry)
    const postings = known.postings.map((each, k) => appended(each, more.postings[k] as Columns, row => row))
    known = { ...known, postings }
    const numbers = read(measure, { ledger: known, known: Infinity, points: [period] })(undefined)
    const next = figureAt(measure, statement, k => numbers.get(whole)?.[k] ?? 0)
    yield [entry, changeOf(figure, next)]
    figure = next
  }
}

/** The entries that post arrivals or move-ins. */
const entriesOf = ({ postings }: Ledger): ReadonlySet<number> =>
  new Set(
    [arrivals, moveIns].flatMap(section => {
      const { length } = postings[section] as Columns
      return [...column(postings[section] as Columns, at.entry).subarray(0, length)]
    }),
  )

const inOrderOfRecording = (
  { entries: { knownAt } }: Ledger,
  entries: Iterable<number>,
): ReadonlyArray<number> =>
  [...entries].sort((a, b) => (knownAt[a] as number) - (knownAt[b] as number) || a - b)
