import type { IsoDay } from '../domain/day.ts'
import type { Seeker } from '../domain/household.ts'
import { type Graph, type GraphError, graphFromRows, type Result } from '../matching/index.ts'
import { compile } from '../rule/compile.ts'
import type { Predicates } from '../rule/judge.ts'
import type { Policy } from '../rule/policy.ts'
import { pointsOf } from '../rule/preference.ts'
import type { Home } from './home.ts'

/** The pairs of households and homes that every rule allows, with their fit. Time O(households × homes × rules). */
export const graphOf = (
  policy: Policy,
  seekers: ReadonlyArray<Seeker>,
  homes: ReadonlyArray<Home>,
  on: IsoDay,
  predicates: Predicates,
): Result<GraphError, Graph> => {
  const flats = homes.map(({ flat }) => flat)
  const allowed = compile(policy, { seekers, flats, on, predicates })
  return graphFromRows(
    homes.length,
    seekers.map((seeker, h) =>
      flats.flatMap((flat, f) => {
        if (!allowed(h, f)) return []
        const fit = policy.preferences.reduce(
          (sum, each) => sum + pointsOf(each, seeker, flat, on, predicates),
          0,
        )
        return [[f, fit] as const]
      }),
    ),
  )
}
