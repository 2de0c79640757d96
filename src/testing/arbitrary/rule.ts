import * as fc from 'fast-check'
import type { FlatFlag, HouseholdFlag, List, Word } from '../../rule/quantity.ts'
import { flatFlags, householdFlags, lists, words } from '../../rule/quantity.ts'
import type { Comparison, Implication, Membership, Rule, Where } from '../../rule/rule.ts'
import { amount, measured } from './amount.ts'
import { plain, whole } from './plain.ts'
import { someDistricts } from './text.ts'

/**
 * What {@link rule} may be told.
 *
 * @category constraints
 */
export interface RuleConstraints {
  /** Where the name comes from. Default: `Rule 1` to `Rule 1000`. */
  readonly name?: fc.Arbitrary<string>
  /** The predicates that `where` rules may name. Default: none, and no rule of that form. */
  readonly predicates?: ReadonlyArray<string>
  /** The districts a rule may write out. Default: five of an invented town. */
  readonly districts?: ReadonlyArray<string>
}

const unstated = fc.constantFrom<'refuse' | 'allow'>('refuse', 'allow')

const comparison = (name: fc.Arbitrary<string>): fc.Arbitrary<Comparison> =>
  measured().chain(({ flat, unit }) =>
    plain(
      {
        rule: fc.constantFrom<Comparison['rule']>('atLeast', 'atMost'),
        name,
        flat: fc.constant(flat),
        asks: amount(unit),
        unit: fc.constant(unit),
        unstated,
      },
      ['rule', 'name', 'flat', 'asks', 'unit'],
    ),
  )

/** Words are looked up where they can be found: districts among districts, regimes among regimes. */
const membership = (
  name: fc.Arbitrary<string>,
  districts: ReadonlyArray<string>,
): fc.Arbitrary<Membership> => {
  const rule = fc.constantFrom<Membership['rule']>('oneOf', 'noneOf')
  const among = (
    word: Word,
    known: ReadonlyArray<List>,
    written: ReadonlyArray<string>,
  ): fc.Arbitrary<Membership> =>
    whole<Membership>({
      rule,
      name,
      word: fc.constant(word),
      list: fc.oneof(fc.constantFrom(...known), fc.subarray([...written])),
    })
  const listsOf = (side: 'flat' | 'household'): ReadonlyArray<List> =>
    (Object.keys(lists) as ReadonlyArray<List>).filter(list => lists[list].side === side)
  const [district, regime] = Object.keys(words) as [Word, Word]
  return fc.oneof(
    among(district, listsOf('household'), districts),
    among(regime, listsOf('flat'), ['AsylbLG', 'SGB II', 'SGB XII', 'none']),
  )
}

const implication = (name: fc.Arbitrary<string>): fc.Arbitrary<Implication> =>
  plain(
    {
      rule: fc.constant<Implication['rule']>('implies'),
      name,
      household: fc.constantFrom(...(Object.keys(householdFlags) as ReadonlyArray<HouseholdFlag>)),
      flat: fc.constantFrom(...(Object.keys(flatFlags) as ReadonlyArray<FlatFlag>)),
      unstated,
    },
    ['rule', 'name', 'household', 'flat'],
  )

const where = (name: fc.Arbitrary<string>, predicates: ReadonlyArray<string>): fc.Arbitrary<Where> =>
  whole<Where>({
    rule: fc.constant<Where['rule']>('where'),
    name,
    predicate: fc.constantFrom(...predicates),
  })

/**
 * Rules of every form, over every quantity, in a unit that fits it and with numbers of a likely size.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { rule } from 'einzug/testing'
 * const forms = new Set(fc.sample(rule({ predicates: ['quiet'] }), 500).map(each => each.rule))
 * [...forms].sort() // => ['atLeast', 'atMost', 'implies', 'noneOf', 'oneOf', 'where']
 * ```
 * @category policies
 */
export const rule = ({
  name = fc.integer({ min: 1, max: 1000 }).map(n => `Rule ${n}`),
  predicates = [],
  districts = someDistricts,
}: RuleConstraints = {}): fc.Arbitrary<Rule> =>
  fc.oneof<Array<fc.WeightedArbitrary<Rule>>>(
    { weight: 5, arbitrary: comparison(name) },
    { weight: 2, arbitrary: membership(name, districts) },
    { weight: 2, arbitrary: implication(name) },
    ...(predicates.length === 0 ? [] : [{ weight: 1, arbitrary: where(name, predicates) }]),
  )
