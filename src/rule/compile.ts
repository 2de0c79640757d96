import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { asksColumn, type Column, columnOf, type Field, foundColumn } from './column.ts'
import { pairScore } from './pair-score.ts'
import type { Policy, Preference } from './policy.ts'
import { closeness, perInnerUnit } from './preference.ts'

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
  /** Writes the flats allowed to `h`, ascending, to the front of `into` (as long as the list of flats); says how many. */
  readonly row: (h: number, into: Int32Array) => number
  /** The points of all preferences together. */
  readonly fit: (h: number, f: number) => number
}

/**
 * Compiles a policy to columns: each rule reads its side of the household once per household and its side of the
 * flat once per flat, and a pair costs one comparison of numbers per rule. Says what `judge` and `fitOf` say,
 * pair by pair: allowed where no rule fails. Time O((households + flats) × rules), and O(flats × rules) for each
 * row; predicates of `where` rules are called pair by pair.
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
 * const allowed = new Int32Array(2)
 * allowed.slice(0, compiled.row(0, allowed)) // => Int32Array.of(1)
 * ```
 * @category rules
 */
export const compilePolicy = (policy: Policy, field: Field): CompiledPolicy => {
  const columns = policy.rules.map(rule => columnOf(rule, field, 'keep'))
  const scores = policy.preferences.map(preference => scoreOf(preference, field))
  const holds = single()
  return {
    allows: (h, f) => columns.every(column => holds(column, h, f)),
    failing: (h, f) => columns.flatMap((column, at) => (holds(column, h, f) ? [] : [at])),
    row: (h, into) => {
      let count = field.flats.length
      for (let f = 0; f < count; f++) into[f] = f
      for (const column of columns) count = column(h, into, count)
      return count
    },
    fit: (h, f) => {
      let total = 0
      for (const score of scores) total += score(h, f)
      return total
    },
  }
}

/** Asks a column about one flat, over and over in the same memory. */
const single = (): ((column: Column, h: number, f: number) => boolean) => {
  const flat = new Int32Array(1)
  return (column, h, f) => {
    flat[0] = f
    return column(h, flat, 1) === 1
  }
}

const scoreOf = (preference: Preference, field: Field): ((h: number, f: number) => number) => {
  const { points } = preference
  if (preference.preference === 'bonus') {
    const column = columnOf(preference.when, field, 'drop')
    const holds = single()
    return (h, f) => (holds(column, h, f) ? points : 0)
  }
  if (preference.preference !== 'closeTo') {
    const score = pairScore(preference, field.on)
    return (h, f) => score(field.seekers[h] as Seeker, field.flats[f] as Flat)
  }
  const ideal = asksColumn(preference.ideal, preference.unit, field)
  const found = foundColumn(preference.flat, field)
  const perUnit = perInnerUnit(preference.perUnit, preference.unit)
  return (h, f) => closeness(points, perUnit, found[f] as number, ideal[h] as number, preference.costs)
}
