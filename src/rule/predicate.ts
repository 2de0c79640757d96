import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { Abstaining, Column, Field } from './column.ts'
import { keeps } from './keeps.ts'
import type { Where } from './rule.ts'

/** The column of a `where` rule: there is nothing to read ahead, its predicate is called pair by pair. */
export const predicate = (rule: Where, field: Field, abstaining: Abstaining): Column => {
  const keepsPair = keeps(rule, field, abstaining)
  const passes = (h: number, f: number): boolean =>
    keepsPair(field.seekers[h] as Seeker, field.flats[f] as Flat)
  return {
    keep: (h, flats, count) => {
      let kept = 0
      for (let k = 0; k < count; k++) {
        const f = flats[k] as number
        if (passes(h, f)) flats[kept++] = f
      }
      return kept
    },
    reward: (h, flats, points, into) => {
      for (let k = 0; k < flats.length; k++)
        if (passes(h, flats[k] as number)) into[k] = (into[k] as number) + points
    },
  }
}
