/**
 * Bipartite matching in whole numbers, with proofs: who is placed first, by rank, then where, by fit. No
 * dependencies, and nothing of the domain beyond the words row (household) and column (flat).
 *
 * @packageDocumentation
 */
export { type Assignment, type AssignmentError, assign } from './assignment.ts'
export { type Addition, additions, type BestAdditions, bestAdditions, type Candidate } from './candidates.ts'
export { type ArraysError, type Graph, type GraphError, graphFromArrays, graphFromRows } from './graph.ts'
export { greedy } from './greedy.ts'
export { hallSet } from './hall.ts'
export { type LiveError, type LiveMatching, live, type Moved } from './live.ts'
export { type MarginalValue, marginalValues, type Withdrawal, withdrawal } from './marginal.ts'
export type { Duals, Matching } from './matching.ts'
export type { PairError } from './pair-errors.ts'
export { type ProblemError, type ProblemOptions, type RankedProblem, rankedProblem } from './problem.ts'
export type { Result } from './result.ts'
export type { Worth } from './rises.ts'
export type { Move } from './sides.ts'
export { type Solution, solve, type Totals } from './solve.ts'
export { type Flaw, verify } from './verify.ts'
export { type HallFlaw, verifyHallSet } from './verify-hall.ts'
