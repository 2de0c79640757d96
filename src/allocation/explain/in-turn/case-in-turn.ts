import type { Lazy } from 'fp-ts/function'
import type { Seeker } from '../../../domain/household.ts'
import type { FlatId, HouseholdId } from '../../../domain/id.ts'
import type { Matching } from '../../../matching/index.ts'
import type { Candidate } from '../../../matching/live/index.ts'
import type { Home } from '../../home.ts'
import { type Walk, walkOf } from '../../in-turn/walk.ts'
import type { Problem } from '../../problem.ts'
import { once } from '../explain-case.ts'
import { type Asking, askingIn } from '../missed.ts'
import { pairsByColumn } from '../solution-of.ts'

/** A problem and the walk that its outcome comes from. */
export interface CaseInTurn {
  readonly problem: Problem
  readonly matching: Matching
  readonly walk: Walk
  readonly idOf: (row: number) => HouseholdId
  readonly flatIdOf: (column: number) => FlatId
  readonly asking: Lazy<Asking>
  /** Who may have each home. */
  readonly byColumn: Lazy<ReadonlyArray<Candidate>>
}

export const caseInTurn = (problem: Problem, matching: Matching): CaseInTurn => ({
  problem,
  matching,
  walk: walkOf(problem, matching),
  idOf: row => (problem.seekers[row] as Seeker).household.id,
  flatIdOf: column => (problem.homes[column] as Home).flat.id,
  asking: once(() => askingIn(problem)),
  byColumn: once(() => pairsByColumn(problem.ranked.graph)),
})
