export { checkPolicy } from './check.ts'
export type { Field } from './column.ts'
export { type CompiledPolicy, compilePolicy } from './compile.ts'
export { type Failure, judge, type Predicates, type Shortfall, type Verdict } from './judge.ts'
export type { Language } from './language.ts'
export {
  firstComeFirstServed,
  lottery,
  mostPersons,
  needsFirst,
  type PolicyFrame,
} from './named-policies.ts'
export { type NeedCount, type NeedPart, type NeedPoints, needPoints } from './need-points.ts'
export type { Criterion, Policy, Preference, Procedure } from './policy.ts'
export type { PolicyIssue } from './policy-issue.ts'
export { type Fit, fitOf, type Points } from './preference.ts'
export type {
  FlatFlag,
  FlatQuantity,
  HouseholdFlag,
  HouseholdQuantity,
  InnerUnit,
  List,
  Unit,
  Word,
} from './quantity.ts'
export { type RentCap, type RentCapError, rentCap } from './rent-cap.ts'
export { type ByPersons, housingBenefitMaximum, productTheory } from './rent-cap-builders.ts'
export type {
  Amount,
  Comparison,
  Implication,
  Membership,
  Named,
  People,
  ResidenceRule,
  Rule,
  Term,
  Unstated,
  Where,
} from './rule.ts'
export { formatAmount, sentence } from './sentence.ts'
export type { StandardName } from './standard.ts'
export * from './standards/index.ts'
