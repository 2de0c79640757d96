import type { Abstaining, Column, Field } from './column.ts'
import { comparison, implication } from './comparison.ts'
import { membership } from './membership.ts'
import { predicate } from './predicate.ts'
import { residence } from './residence.ts'
import type { Rule } from './rule.ts'

/**
 * Reads both sides of a rule once, so that each pair costs one comparison of whole numbers; only a predicate is called
 * pair by pair. Each form sees to the regimes that the rule is for: from households under other ones it abstains.
 */
export const columnOf = (rule: Rule, field: Field, abstaining: Abstaining): Column => {
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return comparison(rule, field, abstaining)
    case 'implies':
      return implication(rule, field, abstaining)
    case 'oneOf':
    case 'noneOf':
      return membership(rule, field, abstaining)
    case 'residenceDuty':
      return residence(rule, field, abstaining)
    case 'where':
      return predicate(rule, field, abstaining)
  }
}
