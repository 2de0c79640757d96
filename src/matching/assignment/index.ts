/**
 * The assignment problem, dense and sparse, and matchings of greatest size or weight: the classical problems, each
 * with its proof.
 *
 * @packageDocumentation
 */
export { assignSparse, type SparseAssignmentError } from './assign-sparse.ts'
export { type Assignment, assign } from './assignment.ts'
export type { AssignmentError } from './costs.ts'
export { type Maximum, maximumMatching } from './maximum.ts'
export { maximumWeight } from './maximum-weight.ts'
export { type AssignmentFlaw, verifyAssignment } from './verify-assignment.ts'
export { type MaximumFlaw, verifyMaximum } from './verify-maximum.ts'
