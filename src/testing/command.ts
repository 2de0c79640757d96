import fc from 'fast-check'
import type { Command } from '../decider/command.ts'
import { type Day, dayOf, type IsoDay, isoOf } from '../domain/day.ts'

/**
 * How large the small world is that commands are about. Few ids and few days make them meet: late facts, conflicts
 * and repetitions are common.
 *
 * @category options
 */
export interface CommandsConstraints {
  /** How many households there are at most. Default 5. */
  readonly households?: number
  /** How many flats there are at most; each second one is let room by room. Default 4. */
  readonly flats?: number
  /** How many sites there are at most. Default 2. */
  readonly sites?: number
  /** How many days pass, from 2016-01-01. Default 40. */
  readonly days?: number
  /** How many commands there are at most. Default 60. */
  readonly maxLength?: number
}

const begin: Day = /* @__PURE__ */ dayOf('2016-01-01' as IsoDay)

/**
 * Sequences of commands in any order: about unknown things, late, conflicting, repeated under the same id. What a
 * decider accepts of them is a log that keeps the laws: see `log`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { commands } from 'einzug/testing'
 * fc.sample(commands({ maxLength: 9 }), 20).every(sequence => sequence.length <= 9) // => true
 * ```
 * @category arbitraries
 */
export const commands = (constraints: CommandsConstraints = {}): fc.Arbitrary<ReadonlyArray<Command>> => {
  const { households = 5, flats = 4, sites = 2, days = 40, maxLength = 60 } = constraints
  const one = (prefix: string, count: number) => fc.integer({ min: 1, max: count }).map(k => `${prefix}${k}`)
  const dayUpTo = (last: number) => fc.integer({ min: 0, max: last }).map(k => isoOf(begin + k))
  const on = dayUpTo(days - 1)
  const householdId = one('H', households)
  const flatId = one('F', flats)
  const siteId = one('S', sites)
  const tenancyId = one('T', households + 2)
  const stayId = one('B', households + 2)
  const placementId = one('V', households + 2)
  const allocationId = one('A', 2)
  const reason = fc.constant('found out later')
  const sometimes = <A>(arbitrary: fc.Arbitrary<A>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
  const rarely = <A>(arbitrary: fc.Arbitrary<A>) =>
    fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  const works = fc.constant({ count: 1, reason: 'major works' })
  const household = fc
    .record({ id: householdId, members: fc.integer({ min: 1, max: 4 }) })
    .map(({ id, members }) => ({
      id,
      members: Array.from({ length: members }, (_, m) => ({
        id: `${id}/${m + 1}`,
        age: { known: 'group', group: 'adult' },
      })),
    }))
  const flat = flatId.map(id => ({ id, district: 'Mitte', area: 50, rooms: 2, rent: { cold: 40_000 } }))
  const flatWithRooms: fc.Arbitrary<FlatSaid> = fc
    .record({
      flat,
      roomsLet: fc.integer({ min: 1, max: 3 }),
      area: fc.constantFrom(20, 50),
      blocked: rarely(works),
    })
    .map(({ flat: whole, roomsLet, area, blocked }) => ({
      ...whole,
      area,
      ...(Number(whole.id.slice(1)) % 2 === 0 ? { roomsLet } : {}),
      ...(blocked === undefined ? {} : { blocked }),
    }))
  const site = fc
    .record({ id: siteId, places: fc.integer({ min: 2, max: 9 }), blocked: rarely(works) })
    .map(rest => withoutUndefined({ ...rest, kind: 'municipal' }))
  const policy = {
    name: 'area',
    version: '1',
    rules: [{ rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 9, of: 'persons' }, unit: 'm²' }],
    ranking: [],
    preferences: [],
  }
  const separation = household.map(({ id, members }) => ({
    remaining: { id, members: members.slice(0, 1) },
    separated: { id: `${id}+`, members: members.slice(1) },
  }))

  const kinds: ReadonlyArray<
    readonly [weight: number, type: Command['type'], data: Readonly<Record<string, fc.Arbitrary<unknown>>>]
  > = [
    [6, 'AssignHousehold', { household, regime: fc.constantFrom('AsylbLG', 'SGB II') }],
    [3, 'ChangeHousehold', { household, reason: fc.constant('birth'), overflow: rarely(reason) }],
    [1, 'ChangeRegime', { householdId, regime: fc.constantFrom('SGB II', 'none') }],
    [1, 'RecordDeparture', { householdId, reason: fc.constant('moved away') }],
    [6, 'ListFlat', { flat: flatWithRooms }],
    [2, 'ChangeFlat', { flat: flatWithRooms }],
    [2, 'WithdrawFlat', { flatId, reason: fc.constant('other') }],
    [3, 'OpenSite', { site }],
    [1, 'ChangeSite', { site, overflow: rarely(reason) }],
    [1, 'CloseSite', { siteId }],
    [6, 'StartStay', { stayId, householdId, siteId, until: sometimes(on), overflow: rarely(reason) }],
    [2, 'EndStay', { stayId }],
    [1, 'CorrectStay', { stayId, until: fc.option(on), reason }],
    [1, 'AnnulStay', { stayId, reason }],
    [3, 'AdoptPolicy', { policy: fc.constant(policy) }],
    [
      1,
      'RecordAllocation',
      {
        allocationId,
        policyDigest: fc.constant(noDigest),
        problemDigest: fc.constant(noDigest),
        seed: fc.constant(null),
        totals: fc.constant(noTotals),
      },
    ],
    [
      3,
      'ProposePlacement',
      {
        placementId,
        householdId,
        flatId,
        allocationId: rarely(allocationId),
        against: rarely(fc.record({ allocationId, gave: fc.option(flatId), reason })),
      },
    ],
    [1, 'DeclinePlacement', { placementId, by: fc.constant('landlord'), reason: fc.constant('other') }],
    [1, 'WithdrawPlacement', { placementId, reason }],
    [2, 'AgreePlacement', { placementId }],
    [
      10,
      'StartTenancy',
      {
        tenancyId,
        householdId,
        flatId,
        until: sometimes(on),
        placementId: rarely(placementId),
        override: rarely(fc.constant({ rule: 'area', reason: 'the household agrees' })),
      },
    ],
    [3, 'EndTenancy', { tenancyId, reason: fc.constant('notice') }],
    [2, 'CorrectTenancy', { tenancyId, until: fc.option(on), reason }],
    [1, 'AnnulTenancy', { tenancyId, reason }],
  ]
  const plain = kinds.map(([weight, type, data]) => ({
    weight,
    arbitrary: fc.record({ on, ...data }).map((all): Said => ({ type, data: withoutUndefined(all) })),
  }))
  const split = fc
    .record({ on, parts: separation })
    .map(({ on: day, parts }) => ({ type: 'SeparateHousehold', data: { on: day, ...parts } }))
    .filter(({ data }) => data.separated.members.length > 0)
  const early = dayUpTo(Math.floor(days / 4))
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, k) => `${prefix}${k + 1}`)
  const opening: ReadonlyArray<fc.Arbitrary<Said>> = [
    ...numbered('H', households).map(id =>
      fc
        .record({ on: early, household, regime: fc.constant('AsylbLG') })
        .map(({ household: { members }, ...data }) => ({
          type: 'AssignHousehold',
          data: {
            ...data,
            household: { id, members: members.map((member, m) => ({ ...member, id: `${id}/${m + 1}` })) },
          },
        })),
    ),
    ...numbered('F', flats).map(id =>
      fc.record({ on: early, flat: flatWithRooms }).map(({ on: day, flat: { roomsLet, ...whole } }) => ({
        type: 'ListFlat',
        data: {
          on: day,
          flat: { ...whole, id, ...(Number(id.slice(1)) % 2 === 0 ? { roomsLet: roomsLet ?? 2 } : {}) },
        },
      })),
    ),
    ...numbered('S', sites).map(id =>
      fc
        .record({ on: early, site })
        .map(({ on: day, site: rest }) => ({ type: 'OpenSite', data: { on: day, site: { ...rest, id } } })),
    ),
  ]
  const begun = fc
    .tuple(...opening)
    .chain(all => fc.shuffledSubarray(all, { minLength: Math.floor(all.length / 2) }))
  const lived = fc.array(fc.oneof(...plain, { weight: 1, arbitrary: split }), { maxLength, size: 'max' })
  return fc
    .record({ begun, lived, again: fc.infiniteStream(fc.integer({ min: 0, max: 19 })) })
    .map(({ begun: first, lived: then, again }) =>
      [...first, ...then]
        .slice(0, maxLength)
        .map((said, k) => ({ ...said, id: `c${again.next().value === 0 && k > 0 ? k - 1 : k}` }) as Command),
    )
}

const noDigest = '0'.repeat(64)

const noTotals = {
  households: 0,
  persons: 0,
  flats: 0,
  compatiblePairs: 0,
  placements: 0,
  personsHoused: 0,
  fit: 0,
}

interface FlatSaid {
  readonly id: string
  readonly area: number
  readonly roomsLet?: number
  readonly blocked?: object
}

/** A command before it has an id. */
interface Said {
  readonly type: string
  readonly data: object
}

/** An optional field is absent, never `undefined`. */
const withoutUndefined = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
