import { fold, type Ledger, ledger, type Recorded } from 'einzug'
import { produce } from 'immer'
import { type Circumstance, circumstancesSaying } from '../../src/projection/series/circumstances.ts'
import { column } from '../../src/table/columns.ts'

/** What is counted from a day on: by dimension, cell and kind of dwelling; and what was said of each subject. */
interface Cube {
  readonly counts: Readonly<Record<string, Readonly<Record<string, Readonly<Record<number, number>>>>>>
  readonly facts: Readonly<Record<string, number>>
}

type MutableCounts = Record<string, Record<string, Record<number, number>>>

const empty: Cube = { counts: {}, facts: {} }

const dimensions = ['district', 'size', 'tier', 'regime', 'cohort', 'dwelling'] as const

/** The words of a posting about the population, by dimension. */
const wordsOf = ({ rosters }: Ledger, row: ReadonlyArray<number>): Readonly<Record<string, number>> => {
  const [, , , roster = 0, circumstances = 0] = row
  const said = (what: Circumstance): number => circumstancesSaying(what)[circumstances] ?? 0
  const [size, tier] = [column(rosters, 1)[roster] ?? 0, column(rosters, 2)[roster] ?? 0]
  const [district, regime] = [said('district'), said('regime')]
  return { district, size, tier, regime, cohort: said('cohort'), dwelling: said('dwelling') }
}

/** The numbers that a posting of another section adds, under its last words. */
const others = ['living', 'regimes', 'arrivals', 'moveIns', 'flats', 'sites']

/**
 * The figures as a program that folds with `produce` would keep them. The postings are those of the ledger, handed to
 * it for nothing: only the entering is timed.
 */
export const immerFold = (log: ReadonlyArray<Recorded>): (() => Cube) => {
  const books = fold(ledger)(log)
  const rows: Array<Array<readonly [section: number, row: ReadonlyArray<number>]>> = log.map(() => [])
  books.postings.forEach((postings, section) => {
    for (let k = 0; k < postings.length; k++) {
      const row = postings.held.columns.map(each => each[k] as number)
      const version = books.entries.envelopes[row[0] as number]?.version ?? 1
      rows[version - 1]?.push([section, row])
    }
  })
  return () => {
    let cube = empty
    for (const [k, event] of log.entries()) {
      cube = produce(cube, draft => {
        draft.facts[event.type] = (draft.facts[event.type] ?? 0) + 1
        for (const [section, row] of rows[k] ?? []) {
          const name = others[section] ?? ''
          const [, day = 0, sign = 0] = row
          if (section === 0) {
            const words = wordsOf(books, row)
            const persons = sign * (words['size'] ?? 0)
            for (const dimension of dimensions) {
              const cell = `${words[dimension] ?? ''}/${words['dwelling'] ?? ''}`
              add(draft.counts, `households ${dimension}`, cell, day, sign)
              add(draft.counts, `persons ${dimension}`, cell, day, persons)
            }
          } else
            for (const [at, amount] of row.slice(2).entries())
              add(draft.counts, name, String(at), day, amount)
        }
      })
    }
    return cube
  }
}

const add = (counts: MutableCounts, name: string, cell: string, day: number, amount: number): void => {
  counts[name] ??= {}
  const cells = counts[name]
  cells[cell] ??= {}
  const days = cells[cell]
  days[day] = (days[day] ?? 0) + amount
}

/** The population of a day, for comparison. */
export const populationOf = ({ counts }: Cube, day: number): number => {
  let count = 0
  for (const days of Object.values(counts['persons tier'] ?? {}))
    for (const [on, amount] of Object.entries(days)) if (Number(on) <= day) count += amount
  return count
}
