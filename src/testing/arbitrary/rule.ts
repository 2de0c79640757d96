import * as fc from 'fast-check'
import type { Regime } from '../../domain/household.ts'
import type { FlatFlag, HouseholdFlag, List, Word } from '../../rule/quantity.ts'
import { flatFlags, householdFlags } from '../../rule/quantity.ts'
import type { Comparison, Implication, Membership, ResidenceRule, Rule, Where } from '../../rule/rule.ts'
import { amount, measured } from './amount.ts'
import { places } from './place.ts'
import { plain } from './plain.ts'
import { schoolDistricts, someDistricts } from './text.ts'

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

const everyRegime: ReadonlyArray<Regime> = ['AsylbLG', 'SGB II', 'SGB XII', 'none']
const regimes = fc.subarray([...everyRegime])
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
        for: regimes,
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
    plain(
      {
        rule,
        name,
        word: fc.constant(word),
        list: fc.oneof(...known.map(list => fc.constant(list)), fc.subarray([...written])),
        for: regimes,
        unstated,
      },
      ['rule', 'name', 'word', 'list'],
    )
  return fc.oneof(
    among('flat.district', ['household.districts', 'household.notDistricts'], districts),
    among('flat.schoolDistrict', ['household.schoolDistricts'], schoolDistricts),
    among('flat.municipality', [], places.municipality),
    among('household.regime', ['flat.regimes'], everyRegime),
  )
}

const implication = (name: fc.Arbitrary<string>): fc.Arbitrary<Implication> =>
  plain(
    {
      rule: fc.constant<Implication['rule']>('implies'),
      name,
      household: fc.constantFrom(...(Object.keys(householdFlags) as ReadonlyArray<HouseholdFlag>)),
      flat: fc.constantFrom(...(Object.keys(flatFlags) as ReadonlyArray<FlatFlag>)),
      for: regimes,
      unstated,
    },
    ['rule', 'name', 'household', 'flat'],
  )

const where = (name: fc.Arbitrary<string>, predicates: ReadonlyArray<string>): fc.Arbitrary<Where> =>
  plain(
    {
      rule: fc.constant<Where['rule']>('where'),
      name,
      predicate: fc.constantFrom(...predicates),
      for: regimes,
    },
    ['rule', 'name', 'predicate'],
  )

const residence = (name: fc.Arbitrary<string>): fc.Arbitrary<ResidenceRule> =>
  plain({ rule: fc.constant<ResidenceRule['rule']>('residenceDuty'), name, for: regimes, unstated }, [
    'rule',
    'name',
  ])

/**
 * Rules of every form, over every quantity, in a unit that fits it and with numbers of a likely size.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { rule } from 'einzug/testing'
 * const forms = new Set(fc.sample(rule({ predicates: ['quiet'] }), 500).map(each => each.rule))
 * [...forms].sort() // => ['atLeast', 'atMost', 'implies', 'noneOf', 'oneOf', 'residenceDuty', 'where']
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
    { weight: 1, arbitrary: residence(name) },
    ...(predicates.length === 0 ? [] : [{ weight: 1, arbitrary: where(name, predicates) }]),
  )
