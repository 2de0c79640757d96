import type { IsoDay } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { sizeError } from '../matching/graph.ts'
import { type ArraysError, type Graph, graphFromArrays, type Result } from '../matching/index.ts'
import { compilePolicy } from '../rule/compile.ts'
import type { Predicates } from '../rule/judge.ts'
import type { Policy } from '../rule/policy.ts'
import type { Home } from './home.ts'

/**
 * The pairs of households and homes that every rule allows, with their fit. The homes of one flat stand together and
 * are judged once. Time and space grow with the pairs, not with households × homes: see `compilePolicy`.
 */
export const graphOf = (
  policy: Policy,
  seekers: ReadonlyArray<Seeker>,
  homes: ReadonlyArray<Home>,
  on: IsoDay,
  predicates: Predicates,
): Result<ArraysError, Graph> => {
  const { flats, homesFrom } = flatsOf(homes)
  const compiled = compilePolicy(policy, { seekers, flats, on, predicates })
  const rows = seekers.map((_, h) => compiled.row(h))
  const degrees = rows.map(row => homesIn(row, homesFrom))
  const pairs = degrees.reduce((sum, degree) => sum + degree, 0)
  const tooLarge = sizeError(seekers.length, homes.length, pairs)
  if (tooLarge !== undefined) return { _tag: 'Left', left: tooLarge }

  const offsets = new Int32Array(seekers.length + 1)
  const heads = new Int32Array(pairs)
  const fit = new Int32Array(pairs)
  const points = new Int32Array(flats.length) // of one row, over and over
  for (let h = 0; h < rows.length; h++) {
    const row = rows[h] as Int32Array
    const from = offsets[h] as number
    const until = from + (degrees[h] as number)
    offsets[h + 1] = until
    compiled.fits(h, row, points)
    write(row, points, homesFrom, heads.subarray(from, until), fit.subarray(from, until))
  }
  return graphFromArrays({ rows: seekers.length, columns: homes.length, offsets, heads, fit })
}

/** Flats in the order of their homes; those of flat `f` are `homesFrom[f]` to `homesFrom[f + 1] − 1`. */
const flatsOf = (
  homes: ReadonlyArray<Home>,
): { readonly flats: ReadonlyArray<Flat>; readonly homesFrom: Int32Array } => {
  const flats: Array<Flat> = []
  const homesFrom: Array<number> = []
  homes.forEach(({ flat }, column) => {
    if (flats.at(-1) === flat) return
    flats.push(flat)
    homesFrom.push(column)
  })
  return { flats, homesFrom: Int32Array.from([...homesFrom, homes.length]) }
}

const homesIn = (row: Int32Array, homesFrom: Int32Array): number => {
  let homes = 0
  for (const f of row) {
    homes += (homesFrom[f + 1] as number) - (homesFrom[f] as number)
  }
  return homes
}

/** Every home of a flat has the points of the flat. */
const write = (
  row: Int32Array,
  points: Int32Array,
  homesFrom: Int32Array,
  heads: Int32Array,
  fit: Int32Array,
): void => {
  let at = 0
  for (let k = 0; k < row.length; k++) {
    const f = row[k] as number
    for (let column = homesFrom[f] as number; column < (homesFrom[f + 1] as number); column++) {
      heads[at] = column
      fit[at++] = points[k] as number
    }
  }
}
