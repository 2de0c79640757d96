export { type Allocation, type AllocationTotals, allocate, type Placement, type Proof } from './allocation.ts'
export {
  type Home,
  type Offer,
  type PoseError,
  type Problem,
  pose,
  problemDigest,
  type Question,
} from './problem.ts'
export { type NoPolicy, poseOn } from './pose-on.ts'
export { propose } from './propose.ts'
export { ranking } from './ranking.ts'
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
export { type AllocationFlaw, verify } from './verify.ts'
export { why } from './why.ts'
