import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { Abstaining, Field } from './column.ts'
import { judge } from './judge.ts'
import type { Rule } from './rule.ts'

/** Whether a rule keeps a pair: it passes, or it abstains and that is enough. */
export const keeps =
  (rule: Rule, { on, predicates }: Field, abstaining: Abstaining) =>
  (seeker: Seeker, flat: Flat): boolean => {
    const { _tag } = judge(rule, seeker, flat, on, predicates)
    return _tag === 'Passes' || (_tag === 'Abstains' && abstaining === 'keep')
  }
