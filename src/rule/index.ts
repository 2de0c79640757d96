export { checkPolicy, type PolicyIssue } from './check.ts'
export type { Field } from './column.ts'
export { type CompiledPolicy, compilePolicy } from './compile.ts'
export { type Failure, judge, type Predicates, type Shortfall, type Verdict } from './judge.ts'
export type { Language } from './language.ts'
export type { Criterion, Policy, Preference } from './policy.ts'
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
export type { Amount, Comparison, Implication, Membership, Rule, Unstated, Where } from './rule.ts'
export { formatAmount, sentence } from './sentence.ts'
