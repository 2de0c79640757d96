import type { Field } from './column.ts'
import { isIndexed } from './column.ts'
import { columnOf } from './column-of.ts'
import { profilesOf } from './profile.ts'
import type { Rule } from './rule.ts'

/**
 * Which households ask the same of every rule: those of one number fail the same rules at any flat, by as much. Where
 * predicates are asked, each is its own. Time O(households × rules).
 */
export const alike = (rules: ReadonlyArray<Rule>, field: Omit<Field, 'flats'>): Int32Array => {
  const columns = rules.map(rule => columnOf(rule, { ...field, flats: [] }, 'keep'))
  const indexed = columns.filter(isIndexed)
  return indexed.length === columns.length
    ? profilesOf(indexed, field.seekers.length)
    : Int32Array.from(field.seekers.keys())
}
