import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { type Choice, choosing } from './choice.ts'
import type { Abstaining, Field, IndexedColumn } from './column.ts'
import { isFor } from './judge.ts'
import { judgedOnce } from './judged-once.ts'
import { kindsOf } from './kinds.ts'
import { lists, words } from './quantity.ts'
import type { Membership } from './rule.ts'

/**
 * The column of a membership rule. Where a word of the flat is looked up in a list of the household, the list names
 * the kinds of flats; otherwise few households and flats differ, and each two kinds are judged once.
 */
export const membership = (rule: Membership, field: Field, abstaining: Abstaining): IndexedColumn => {
  const householdReads = readsOf(rule, 'household')
  const households = kindsOf(field.seekers, seeker =>
    JSON.stringify([isFor(rule, seeker), householdReads(seeker)]),
  )
  const flatReads = readsOf(rule, 'flat')
  const flats = kindsOf(field.flats, flat => JSON.stringify(flatReads(flat)))
  const naming = namingOf(rule)
  if (naming === undefined) return judgedOnce(rule, field, abstaining, households, flats)

  const keepsAbstained = abstaining === 'keep'
  const keepsSilent = keepsAbstained && rule.unstated === 'allow'
  const but = rule.rule === 'noneOf'
  const kindOf = new Map(flats.firsts.map((flat, kind) => [naming.word(flat), kind]))
  const choices = households.firsts.map((seeker): Choice => {
    if (!isFor(rule, seeker)) return { but: keepsAbstained, kinds: [] }
    const named = naming.list(seeker) ?? []
    if (named.length === 0) return { but: true, kinds: [] }
    const all = new Set([...named, ...(but === keepsSilent ? [] : [undefined])])
    return { but, kinds: [...all].flatMap(word => kindOf.get(word) ?? []) }
  })
  return choosing(households.codes, choices, flats)
}

/** How a rule that looks up a word of the flat in a list of the household reads both. */
const namingOf = (rule: Membership) => {
  if (typeof rule.list !== 'string') return undefined
  const word = words[rule.word]
  const list = lists[rule.list]
  return word.side === 'flat' && list.side === 'household' ? { word: word.of, list: list.of } : undefined
}

/** What a rule reads of one side. */
const readsOf = (rule: Membership, from: 'household' | 'flat') => {
  const reads = [words[rule.word], ...(typeof rule.list === 'string' ? [lists[rule.list]] : [])]
    .filter(({ side }) => side === from)
    .map(({ of }) => of as (subject: Seeker | Flat) => unknown)
  return (subject: Seeker | Flat): ReadonlyArray<unknown> => reads.map(of => of(subject))
}
