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
export { allocateInTurn } from './allocate-in-turn.ts'
export { type Allocation, allocate, type Proof } from './allocation.ts'
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
  BetterFlat,
  FlatReason,
  FlatTaken,
  HouseholdReason,
  NobodyMay,
  NoFlatFits,
  Outranked,
  Placed,
  Reason,
} from './explain/reason.ts'
export { sentenceIn } from './explain/sentence-in.ts'
export { verifyReason } from './explain/verify-reason.ts'
export type { AllocationFlaw } from './flaw.ts'
export type { Home, Offer } from './home.ts'
export type { Outcome } from './outcome.ts'
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
export { draw, ranking } from './ranking.ts'
export { type DecisionDifference, type Replayed, replayDecision } from './replay-decision.ts'
export type { AllocationTotals } from './totals.ts'
export { verify } from './verify.ts'
