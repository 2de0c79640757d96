import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { type Choice, choosing } from './choice.ts'
import type { Abstaining, Field, IndexedColumn } from './column.ts'
import { keeps } from './keeps.ts'
import type { Kinds } from './kinds.ts'
import type { Rule } from './rule.ts'

/** The column of a rule to which few households and flats differ: each two kinds are judged once. */
export const judgedOnce = (
  rule: Rule,
  field: Field,
  abstaining: Abstaining,
  households: Kinds<Seeker>,
  flats: Kinds<Flat>,
): IndexedColumn => {
  const kept = keeps(rule, field, abstaining)
  const choices = households.firsts.map(
    (seeker): Choice => ({
      but: false,
      kinds: flats.firsts.flatMap((flat, kind) => (kept(seeker, flat) ? [kind] : [])),
    }),
  )
  return choosing(households.codes, choices, flats)
}
