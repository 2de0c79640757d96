import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { asking } from './amount.ts'
import { judge, type Predicates } from './judge.ts'
import { flatFlags, flatMeasures, householdFlags, lists, type Unit, words } from './quantity.ts'
import type { Amount, Comparison, Implication, Membership, Rule } from './rule.ts'

/**
 * Who is judged: households and flats, each known by its place in its list, on a day. `predicates` are the
 * functions that `where` rules name.
 *
 * @category model
 */
export interface Field {
  readonly seekers: ReadonlyArray<Seeker>
  readonly flats: ReadonlyArray<Flat>
  readonly on: IsoDay
  /** The functions that `where` rules name. Default: none. */
  readonly predicates?: Predicates
}

/**
 * One rule over a field. Of the first `count` flats in `flats`, those that household `h` may live in are moved to
 * the front, in their order; says how many they are.
 */
export type Column = (h: number, flats: Int32Array, count: number) => number

/** Whether a pair that the rule abstains from is kept (a rule), or not (the condition of a bonus). */
type Abstaining = 'keep' | 'drop'

/**
 * Reads both sides of a rule once, so that each pair costs one comparison of numbers; only a predicate is called
 * pair by pair.
 */
export const columnOf = (rule: Rule, field: Field, abstaining: Abstaining): Column => {
  const { for: regimes, ...form } = rule
  const column = columnFor(form, field, abstaining)
  if (regimes === undefined) return column
  return (h, flats, count) => {
    const judged = regimes.includes((field.seekers[h] as Seeker).regime)
    return judged ? column(h, flats, count) : abstaining === 'keep' ? count : 0
  }
}

const columnFor = (rule: Rule, field: Field, abstaining: Abstaining): Column => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return comparison(rule, field, abstaining)
    case 'implies':
      return implication(rule, field, abstaining)
    case 'oneOf':
    case 'noneOf':
      return membership(rule, field, abstaining)
    case 'residenceDuty':
    case 'where':
      return (h, flats, count) => keep(flats, count, f => passes(rule, field, h, f, abstaining))
  }
}

/** What each household asks. `NaN` = not stated. */
export const asksColumn = (amount: Amount, unit: Unit, { seekers, on }: Field): Float64Array => {
  const ask = asking(amount, unit, on)
  return Float64Array.from(seekers, seeker => ask(seeker) ?? Number.NaN)
}

/** A quantity of each flat. `NaN` = not stated. */
export const foundColumn = (quantity: Comparison['flat'], { flats, on }: Field): Float64Array =>
  Float64Array.from(flats, flat => flatMeasures[quantity].of(flat, on) ?? Number.NaN)

/**
 * `atMost` is `atLeast` with both signs turned. A limit that is not stated becomes one that every flat reaches;
 * a flat that does not say becomes one that reaches every limit, or only that one. Where abstaining is not
 * enough both stay `NaN`, which reaches nothing and is reached by nothing.
 */
const comparison = (rule: Comparison, field: Field, abstaining: Abstaining): Column => {
  const sign = rule.rule === 'atLeast' ? 1 : -1
  const unstated = rule.unstated === 'allow' ? Infinity : -Infinity
  const turned = (column: Float64Array, missing: number): Float64Array =>
    column.map(value => (Number.isNaN(value) && abstaining === 'keep' ? missing : sign * value))
  return reaching(
    turned(foundColumn(rule.flat, field), unstated),
    turned(asksColumn(rule.asks, rule.unit, field), -Infinity),
  )
}

/** A household that needs nothing asks 0, one that needs it 1; a flat that has it gives 1. */
const implication = (rule: Implication, { seekers, flats }: Field, abstaining: Abstaining): Column => {
  const unstated = rule.unstated === 'allow' && abstaining === 'keep'
  return reaching(
    Float64Array.from(flats, flat => Number(flatFlags[rule.flat].of(flat) ?? unstated)),
    Float64Array.from(seekers, seeker => Number(householdFlags[rule.household].of(seeker))),
  )
}

const reaching =
  (found: Float64Array, asked: Float64Array): Column =>
  (h, flats, count) => {
    const limit = asked[h] as number
    let kept = 0
    for (let k = 0; k < count; k++) {
      const f = flats[k] as number
      if ((found[f] as number) >= limit) flats[kept++] = f
    }
    return kept
  }

/** Few of the words and lists that a rule reads of either side differ: each two are judged once. */
const membership = (rule: Membership, field: Field, abstaining: Abstaining): Column => {
  const reads = [words[rule.word], ...(typeof rule.list === 'string' ? [lists[rule.list]] : [])]
  const read = (from: 'household' | 'flat', subject: Seeker | Flat): string =>
    JSON.stringify(
      reads.map(({ side, of }) => side === from && (of as (subject: Seeker | Flat) => unknown)(subject)),
    )
  const rows = coded(field.seekers.map(seeker => read('household', seeker)))
  const columns = coded(field.flats.map(flat => read('flat', flat)))
  const width = columns.firsts.length
  const allowed = Uint8Array.from({ length: rows.firsts.length * width }, (_, at) =>
    Number(
      passes(
        rule,
        field,
        rows.firsts[Math.floor(at / width)] as number,
        columns.firsts[at % width] as number,
        abstaining,
      ),
    ),
  )
  return (h, flats, count) => {
    const row = (rows.codes[h] as number) * width
    return keep(flats, count, f => allowed[row + (columns.codes[f] as number)] === 1)
  }
}

/** Texts as codes from 0, and where each code occurs first. */
const coded = (
  texts: ReadonlyArray<string>,
): { readonly codes: Int32Array; readonly firsts: ReadonlyArray<number> } => {
  const known = new Map<string, number>()
  const firsts: Array<number> = []
  const codes = Int32Array.from(texts, (text, at) => {
    const code = known.get(text) ?? firsts.push(at) - 1
    known.set(text, code)
    return code
  })
  return { codes, firsts }
}

const passes = (
  rule: Rule,
  { seekers, flats, on, predicates }: Field,
  h: number,
  f: number,
  abstaining: Abstaining,
): boolean => {
  const { _tag } = judge(rule, seekers[h] as Seeker, flats[f] as Flat, on, predicates)
  return _tag === 'Passes' || (_tag === 'Abstains' && abstaining === 'keep')
}

const keep = (flats: Int32Array, count: number, test: (f: number) => boolean): number => {
  let kept = 0
  for (let k = 0; k < count; k++) {
    const f = flats[k] as number
    if (test(f)) flats[kept++] = f
  }
  return kept
}
