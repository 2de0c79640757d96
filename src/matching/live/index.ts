/**
 * A solved problem that stays best while it changes, and what each column is worth to it: what to add, what it costs
 * to lose one.
 *
 * @packageDocumentation
 */
export { type Addition, additions, type BestAdditions, bestAdditions, type Candidate } from './candidates.ts'
export { greatestMargins } from './greatest-margins.ts'
export { type LiveError, type LiveMatching, live, type Moved } from './live.ts'
export { type MarginalValue, marginalValues, type Withdrawal, withdrawal } from './marginal.ts'
export type { PairError } from './pair-errors.ts'
export type { Worth } from './rises.ts'
export type { Move } from './sides.ts'
