export { type Advice, type AdviceOptions, advise, type CandidateAdvice } from './advise/advise.ts'
export type { BudgetChoice, BudgetProgram, BudgetSolver } from './advise/advise-budget.ts'
export { type Highs, highsSolver } from './advise/advise-highs.ts'
export type { AdviceStep } from './advise/advise-steps.ts'
export { type AdviceError, monthlyRent } from './advise/candidates.ts'
export {
  type Kind,
  type MissingKind,
  type TemplateOptions,
  templates,
  usualKinds,
} from './advise/templates.ts'
export { allocateByPolicy } from './allocate-by-policy.ts'
export { type Allocation, allocate } from './allocation.ts'
export {
  type Affected,
  compare,
  type NoReason,
  type OverrideComparison,
  type PlacementOverride,
} from './compare.ts'
export { applyChange, type Change, type Exception, type OneMoreFlat } from './explain/change.ts'
export { type ExchangeCosts, exchangeCosts, type NotAllowed } from './explain/exchange-costs.ts'
export { type Explanations, explain } from './explain/explain.ts'
export type { NearestMiss, RuleCount, RuleFailure } from './explain/miss.ts'
export type {
  AllHaveBetter,
  AllTaken,
  BetterFlat,
  FlatReason,
  FlatTaken,
  HouseholdReason,
  NobodyMay,
  NoFlatFits,
  Outranked,
  Placed,
  PlacedInTurn,
  Reason,
} from './explain/reason.ts'
export { sentenceIn } from './explain/sentence-in.ts'
export { verifyReason } from './explain/verify-reason.ts'
export type { AllocationFlaw } from './flaw.ts'
export type { Home, Offer } from './home.ts'
export { allocateInTurn } from './in-turn/allocate-in-turn.ts'
export { verifyInTurn } from './in-turn/verify-in-turn.ts'
export type { Outcome, Proof } from './outcome.ts'
export type { Placement } from './placement.ts'
export { type NoPolicy, poseOn } from './pose-on.ts'
export {
  type PoseError,
  type Problem,
  pose,
  problemDigest,
  type Question,
} from './problem.ts'
export { propose } from './propose.ts'
export { overrideOf, proposeOverride } from './propose-override.ts'
export { draw, ranking } from './ranking.ts'
export type { AllocationTotals } from './totals.ts'
export { verify } from './verify.ts'
