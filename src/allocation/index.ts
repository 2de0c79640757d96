export { type Allocation, type AllocationTotals, allocate, type Placement, type Proof } from './allocation.ts'
export type { AllocationFlaw } from './flaw.ts'
export type { Home, Offer } from './home.ts'
export { type NoPolicy, poseOn } from './pose-on.ts'
export {
  type PoseError,
  type Problem,
  pose,
  problemDigest,
  type Question,
} from './problem.ts'
export { propose } from './propose.ts'
export { draw, ranking } from './ranking.ts'
export type {
  BetterFlat,
  ExchangeCosts,
  NearestMiss,
  NoFlatFits,
  Outranked,
  Placed,
  Reason,
} from './reason.ts'
export { reasonSentence } from './reason-sentence.ts'
export { verify } from './verify.ts'
export { verifyReason } from './verify-reason.ts'
export { why } from './why.ts'
