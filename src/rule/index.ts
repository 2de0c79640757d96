export { checkPolicy, type PolicyIssue } from './check.ts'
export { judge, type Predicates, type Shortfall, type Verdict } from './judge.ts'
export type { Criterion, Policy, Preference } from './policy.ts'
export { fitOf, type Points } from './preference.ts'
export type {
  FlatFlag,
  FlatQuantity,
  HouseholdFlag,
  HouseholdQuantity,
  List,
  Unit,
  Word,
} from './quantity.ts'
export type { Amount, Comparison, Implication, Membership, Rule, Where } from './rule.ts'
export { formatAmount, sentence } from './sentence.ts'
