export { type Advice, type AdviceOptions, advise, type CandidateAdvice } from './advise.ts'
export type { BudgetChoice, BudgetProgram, BudgetSolver } from './advise-budget.ts'
export { type Highs, highsSolver } from './advise-highs.ts'
export type { AdviceStep } from './advise-steps.ts'
export { allocateInTurn } from './allocate-in-turn.ts'
export { type Allocation, type AllocationTotals, allocate, type Placement, type Proof } from './allocation.ts'
export { type AdviceError, monthlyRent } from './candidates.ts'
export { applyChange, type Change, type Exception, type OneMoreFlat } from './change.ts'
export {
  type Affected,
  compare,
  type NoReason,
  type OverrideComparison,
  type PlacementOverride,
} from './compare.ts'
export { type ExchangeCosts, exchangeCosts, type NotAllowed } from './exchange-costs.ts'
export { type Explanations, explain } from './explain.ts'
export type { AllocationFlaw } from './flaw.ts'
export type { Home, Offer } from './home.ts'
export type { NearestMiss, RuleCount, RuleFailure } from './miss.ts'
export type { Outcome } from './outcome.ts'
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
  AllHaveBetter,
  BetterFlat,
  FlatReason,
  FlatTaken,
  HouseholdReason,
  NobodyMay,
  NoFlatFits,
  Outranked,
  Placed,
  Reason,
} from './reason.ts'
export { sentenceIn } from './sentence-in.ts'
export { type Kind, type MissingKind, type TemplateOptions, templates, usualKinds } from './templates.ts'
export { verify } from './verify.ts'
export { verifyReason } from './verify-reason.ts'
