/**
 * Bipartite matching in whole numbers, with proofs: who is placed first, by rank, then where, by fit. No
 * dependencies, and nothing of the domain beyond the words row (household) and column (flat).
 *
 * @packageDocumentation
 */

export { assignSparse, type SparseAssignmentError } from './assign-sparse.ts'
export { type Assignment, type AssignmentError, assign } from './assignment.ts'
export { type Addition, additions, type BestAdditions, bestAdditions, type Candidate } from './candidates.ts'
export { type ArraysError, type Graph, type GraphError, graphFromArrays, graphFromRows } from './graph.ts'
export { greedy } from './greedy.ts'
export { hallSet } from './hall.ts'
export { type HallSets, hallSetOf, hallSets } from './hall-sets.ts'
export { type LiveError, type LiveMatching, live, type Moved } from './live.ts'
export { type MarginalValue, marginalValues, type Withdrawal, withdrawal } from './marginal.ts'
export type { Duals, Matching } from './matching.ts'
export { type Maximum, maximumMatching } from './maximum.ts'
export { maximumWeight } from './maximum-weight.ts'
export type { PairError } from './pair-errors.ts'
export { type ProblemError, type ProblemOptions, type RankedProblem, rankedProblem } from './problem.ts'
export type { Result } from './result.ts'
export type { Worth } from './rises.ts'
export type { Move } from './sides.ts'
export { type Progress, type Solution, solve, type Totals } from './solve.ts'
export { type Cancelled, type StepOptions, solveInSteps } from './solve-in-steps.ts'
export { solveUnits, type UnitsSolution } from './solve-units.ts'
export { type UnitsError, type UnitsProblem, unitsProblem } from './units.ts'
export { type Flaw, type StatedDuals, verify } from './verify.ts'
export { type AssignmentFlaw, verifyAssignment } from './verify-assignment.ts'
export { type HallFlaw, verifyHallSet } from './verify-hall.ts'
export { type HallSetsFlaw, verifyHallSets } from './verify-hall-sets.ts'
export { type MaximumFlaw, verifyMaximum } from './verify-maximum.ts'
export { type UnitsFlaw, verifyUnits } from './verify-units.ts'
