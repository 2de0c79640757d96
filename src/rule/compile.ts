import { type Column, type Field, isIndexed } from './column.ts'
import { columnOf } from './column-of.ts'
import type { Policy } from './policy.ts'
import { profilesOf } from './profile.ts'
import { rowOf } from './row.ts'
import { scoreOf } from './score.ts'

/**
 * A policy made ready for one field. Households `h` and flats `f` are given by their place in the lists compiled
 * for.
 *
 * @category model
 */
export interface CompiledPolicy {
  /** Whether every rule lets household `h` live in flat `f`. */
  readonly allows: (h: number, f: number) => boolean
  /** The places of the rules that `h` and `f` fail, ascending. */
  readonly failing: (h: number, f: number) => ReadonlyArray<number>
  /**
   * The flats allowed to `h`, ascending. Nobody may change them: households that ask the same may get the same array.
   * Predicates are asked only about flats that all other rules allow.
   */
  readonly row: (h: number) => Int32Array
  /** The points of all preferences together. */
  readonly fit: (h: number, f: number) => number
  /** Writes the same for each of `flats` to the front of `into`. */
  readonly fits: (h: number, flats: Int32Array, into: Int32Array) => void
}

/**
 * Compiles a policy to columns: each rule reads its side of the household once per household and its side of the
 * flat once per flat, and keeps the flats sorted by what it read. Says what `judge` and `fitOf` say, pair by pair:
 * allowed where no rule fails. Time O((households + flats) × rules); for each row O(flats left by the strictest rule ×
 * rules), once for all households that ask the same of every rule; predicates of `where` rules are called pair by
 * pair.
 *
 * @example
 * ```ts
 * import { compilePolicy, type Flat, type IsoDay, type Policy, type Seeker } from 'einzug'
 * const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { byPersons: [351, 425] }, unit: 'EUR' } as const
 * const policy: Policy = { name: 'P', version: '1', rules: [cap], ranking: [], preferences: [] }
 * const seekers = [{ household: { id: 'H1', members: [{ id: 'P1' }] } }] as unknown as ReadonlyArray<Seeker>
 * const flats = [{ id: 'F1', rent: { cold: 46000 } }, { id: 'F2', rent: { cold: 35000 } }] as unknown as ReadonlyArray<Flat>
 * const compiled = compilePolicy(policy, { seekers, flats, on: '2016-03-01' as IsoDay })
 * compiled.allows(0, 0) // => false
 * compiled.failing(0, 0) // => [0]
 * compiled.row(0) // => Int32Array.of(1)
 * ```
 * @category rules
 */
export const compilePolicy = (policy: Policy, field: Field): CompiledPolicy => {
  const columns = policy.rules.map(rule => columnOf(rule, field, 'keep'))
  const scores = policy.preferences.map(preference => scoreOf(preference, field))
  const passes = (column: Column, h: number, f: number): boolean => column.keep(h, Int32Array.of(f), 1) === 1
  const fits = (h: number, flats: Int32Array, into: Int32Array): void => {
    into.fill(0, 0, flats.length)
    for (const score of scores) score(h, flats, into)
  }
  return {
    allows: (h, f) => columns.every(column => passes(column, h, f)),
    failing: (h, f) => columns.flatMap((column, at) => (passes(column, h, f) ? [] : [at])),
    row: rowsOf(columns, field),
    fit: (h, f) => {
      const points = new Int32Array(1)
      fits(h, Int32Array.of(f), points)
      return points[0] as number
    },
    fits,
  }
}

/** Finds the row of a profile once, and lets predicates pick from it for each household. */
const rowsOf = (columns: ReadonlyArray<Column>, { seekers, flats }: Field): CompiledPolicy['row'] => {
  const indexed = columns.filter(isIndexed)
  const asked = columns.filter(column => !isIndexed(column))
  const profiles = profilesOf(indexed, seekers.length)
  const write = rowOf(indexed, flats.length)
  const known = new Map<number, Int32Array>()
  const into = new Int32Array(flats.length)
  return h => {
    const profile = profiles[h] as number
    const row = known.get(profile) ?? into.slice(0, write(h, into))
    known.set(profile, row)
    if (asked.length === 0) return row
    into.set(row)
    return into.slice(
      0,
      asked.reduce((count, column) => column.keep(h, into, count), row.length),
    )
  }
}
