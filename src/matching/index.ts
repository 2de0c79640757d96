/**
 * Bipartite matching in whole numbers, with proofs: who is placed first, by rank, then where, by fit. No
 * dependencies, and nothing of the domain beyond the words row (household) and column (flat).
 *
 * @packageDocumentation
 */

export { type ArraysError, type Graph, type GraphError, graphFromArrays, graphFromRows } from './graph.ts'
export { greedy } from './greedy.ts'
export { hallSet } from './hall.ts'
export { type HallSets, hallSetOf, hallSets } from './hall-sets.ts'
export type { Duals, Matching } from './matching.ts'
export { type ProblemError, type ProblemOptions, type RankedProblem, rankedProblem } from './problem.ts'
export type { Result } from './result.ts'
export { type Progress, type Solution, solve, type Totals } from './solve.ts'
export { type Cancelled, type StepOptions, solveInSteps } from './solve-in-steps.ts'
export { type Flaw, type StatedDuals, verify } from './verify.ts'
export { type HallFlaw, verifyHallSet } from './verify-hall.ts'
export { type HallSetsFlaw, verifyHallSets } from './verify-hall-sets.ts'
