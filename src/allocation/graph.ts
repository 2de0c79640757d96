import type { IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { type ArraysError, type Graph, graphFromArrays, type Result } from '../matching/index.ts'
import { compilePolicy } from '../rule/compile.ts'
import type { Predicates } from '../rule/judge.ts'
import type { Policy } from '../rule/policy.ts'
import type { Home } from './home.ts'

/** The pairs of households and homes that every rule allows, with their fit. Time O(households × homes × rules). */
export const graphOf = (
  policy: Policy,
  seekers: ReadonlyArray<Seeker>,
  homes: ReadonlyArray<Home>,
  on: IsoDay,
  predicates: Predicates,
): Result<ArraysError, Graph> => {
  const compiled = compilePolicy(policy, { seekers, flats: homes.map(({ flat }) => flat), on, predicates })
  const row = new Int32Array(homes.length)
  const rows = seekers.map((_, h) => row.slice(0, compiled.row(h, row)))
  const offsets = new Int32Array(seekers.length + 1)
  rows.forEach((allowed, h) => {
    offsets[h + 1] = (offsets[h] as number) + allowed.length
  })
  const heads = new Int32Array(offsets[seekers.length] as number)
  rows.forEach((allowed, h) => {
    heads.set(allowed, offsets[h])
  })
  const fit = new Int32Array(heads.length)
  for (let h = 0; h < seekers.length; h++) {
    for (let pair = offsets[h] as number; pair < (offsets[h + 1] as number); pair++)
      fit[pair] = compiled.fit(h, heads[pair] as number)
  }
  return graphFromArrays({ rows: seekers.length, columns: homes.length, offsets, heads, fit })
}
