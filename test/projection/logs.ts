import type { BlockReason, EndOfTenancy, HousingEvent, Regime } from 'einzug'
import fc from 'fast-check'
import { fact } from './facts.ts'

/** Facts about one subject in the order in which they must be recorded. */
export type Chain<E = HousingEvent> = ReadonlyArray<E>

/** The last day of the generated logs; questions go a little beyond it on both sides. */
export const lastDay = 12

const days = fc.integer({ min: 0, max: lastDay })
const ids = (letter: string): ReadonlyArray<string> => [`${letter}1`, `${letter}2`, '__proto__']
const idOf = (letter: string): fc.Arbitrary<string> => fc.constantFrom(...ids(letter))
// persons change between households, as after separations
const members = fc.subarray(['P1', 'P2', 'P3', 'P4', '__proto__'], { minLength: 1 })
const regimes = fc.constantFrom<Regime>('AsylbLG', 'SGB II', 'none')
const blocked = fc.record({
  count: fc.integer({ min: 1, max: 2 }),
  reason: fc.constantFrom<BlockReason>('major works', 'repairs'),
})
const flatTerms = fc.record(
  {
    blocked,
    roomsLet: fc.integer({ min: 1, max: 3 }),
    landlord: fc.record({ personsMax: fc.integer({ min: 1, max: 4 }) }),
  },
  { requiredKeys: [] },
)
const places = fc.integer({ min: 0, max: 5 })
const works = fc.record({ blocked }, { requiredKeys: [] })
const ends = fc.constantFrom<EndOfTenancy>('moved', 'exchange')
const kinds = fc.constantFrom('municipal' as const, 'reception' as const)
const separated = fc.option(idOf('H'), { nil: undefined, freq: 4 })

const householdFact = (id: string): fc.Arbitrary<HousingEvent> =>
  fc.oneof(
    fc
      .tuple(days, members, regimes, separated)
      .map(([on, who, law, from]) => fact.assigned(on, id, who, law, from)),
    fc
      .tuple(days, members, fc.constantFrom('birth' as const, 'separation' as const, 'correction' as const))
      .map(([on, who, reason]) => fact.changed(on, id, who, reason)),
    fc.tuple(days, regimes).map(([on, law]) => fact.regime(on, id, law)),
    days.map(on => fact.left(on, id)),
  )

const flatFact = (id: string): fc.Arbitrary<HousingEvent> =>
  fc.oneof(
    fc.tuple(days, flatTerms).map(([on, terms]) => fact.listed(on, id, terms)),
    fc.tuple(days, flatTerms).map(([on, terms]) => fact.flatChanged(on, id, terms)),
    days.map(on => fact.withdrawn(on, id)),
  )

const siteFact = (id: string): fc.Arbitrary<HousingEvent> =>
  fc.oneof(
    fc
      .tuple(days, places, kinds, works)
      .map(([on, room, kind, more]) => fact.opened(on, id, room, kind, more)),
    fc
      .tuple(days, places, kinds, works)
      .map(([on, room, kind, more]) => fact.siteChanged(on, id, room, kind, more)),
    days.map(on => fact.closed(on, id)),
  )

const until = fc.option(days)

/** A tenancy, and what is said of it afterwards. */
const tenancy = (id: string, most: number): fc.Arbitrary<Chain> =>
  fc
    .tuple(
      fc.tuple(days, idOf('H'), idOf('F')),
      fc.array(
        fc.oneof(
          fc.tuple(days, ends).map(([on, reason]) => fact.tenancyEnded(on, id, reason)),
          fc.tuple(days, until).map(([on, end]) => fact.tenancyCorrected(on, id, end)),
          days.map(on => fact.tenancyAnnulled(on, id)),
        ),
        { maxLength: most },
      ),
    )
    .map(([[on, household, flat], later]) => [fact.tenancy(on, id, household, flat), ...later])

const stay = (id: string, most: number): fc.Arbitrary<Chain> =>
  fc
    .tuple(
      fc.tuple(days, idOf('H'), idOf('S')),
      fc.array(
        fc.oneof(
          days.map(on => fact.stayEnded(on, id)),
          fc.tuple(days, until).map(([on, end]) => fact.stayCorrected(on, id, end)),
          days.map(on => fact.stayAnnulled(on, id)),
        ),
        { maxLength: most },
      ),
    )
    .map(([[on, household, site], later]) => [fact.stay(on, id, household, site), ...later])

/** Begins with a fact that makes the subject known, on an early day, as most real ones do. */
const begun = (first: HousingEvent, rest: fc.Arbitrary<HousingEvent>): fc.Arbitrary<Chain> =>
  fc.array(rest, { maxLength: 4 }).map(facts => [first, ...facts])

/**
 * Facts about one municipality, subject by subject, with contradictions and late reports: more than the decider
 * would let in.
 */
export const chains: fc.Arbitrary<ReadonlyArray<Chain>> = fc
  .tuple(
    fc.tuple(
      ...ids('H').map(id =>
        fc
          .tuple(days, members, separated)
          .chain(([on, who, from]) => begun(fact.assigned(on, id, who, 'AsylbLG', from), householdFact(id))),
      ),
    ),
    fc.tuple(
      ...ids('F').map(id =>
        fc.tuple(days, flatTerms).chain(([on, terms]) => begun(fact.listed(on, id, terms), flatFact(id))),
      ),
    ),
    fc.tuple(
      ...ids('S').map(id =>
        fc
          .tuple(days, places, kinds)
          .chain(([on, room, kind]) => begun(fact.opened(on, id, room, kind), siteFact(id))),
      ),
    ),
    fc.tuple(...ids('T').map(id => tenancy(id, 3))),
    fc.tuple(...ids('A').map(id => stay(id, 3))),
  )
  .map(groups => groups.flat())

/** Facts none of which contradicts another: no two say the same kind of thing about one subject and day. */
export const harmonious: fc.Arbitrary<ReadonlyArray<Chain>> = fc
  .tuple(
    fc.uniqueArray(
      fc.oneof(...ids('H').map(householdFact), ...ids('F').map(flatFact), ...ids('S').map(siteFact)),
      {
        maxLength: 25,
        selector: ({ type, data }) =>
          JSON.stringify([
            data.on,
            'household' in data
              ? data.household.id
              : 'householdId' in data
                ? data.householdId
                : type.slice(0, 4),
            'flat' in data ? data.flat.id : 'flatId' in data ? data.flatId : '',
            'site' in data ? data.site.id : 'siteId' in data ? data.siteId : '',
          ]),
      },
    ),
    fc.tuple(...ids('T').map(id => tenancy(id, 1))),
    fc.tuple(...ids('A').map(id => stay(id, 1))),
  )
  .map(([facts, tenancies, stays]) => [...facts.map(each => [each]), ...tenancies, ...stays])

/** Some order of recording that keeps the order of every chain. */
export const interleaved = <E>(parts: ReadonlyArray<Chain<E>>): fc.Arbitrary<ReadonlyArray<E>> => {
  const turns = parts.flatMap((chain, at) => chain.map(() => at))
  return fc.shuffledSubarray(turns, { minLength: turns.length }).map(order => {
    const next = parts.map(() => 0)
    return order.map(at => {
      const k = next[at] as number
      next[at] = k + 1
      return (parts[at] as Chain<E>)[k] as E
    })
  })
}

/** A whole log of one municipality. */
export const logs: fc.Arbitrary<ReadonlyArray<HousingEvent>> = chains.chain(interleaved)
