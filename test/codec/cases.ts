import fc from 'fast-check'
import type * as t from 'io-ts'
import * as codecs from '../../src/codec/index.ts'
import { FlatQuantity, Unit } from '../../src/codec/rule.ts'
import type { Command } from '../../src/decider/command.ts'
import type { HousingEvent } from '../../src/event/event.ts'
import * as arbitrary from '../../src/testing/arbitrary/index.ts'
import { payloads } from '../../src/testing/arbitrary/payload.ts'
import { position, residenceDuty } from '../../src/testing/arbitrary/place.ts'

/** A codec, values it must read, and whether it refuses unknown keys. */
export interface Case {
  readonly name: string
  readonly codec: t.Type<unknown>
  readonly values: fc.Arbitrary<unknown>
  readonly closed: boolean
}

const data = payloads()
const household = arbitrary.household()
const on = arbitrary.day()
const optionally = <A extends object, B extends object>(
  base: fc.Arbitrary<A>,
  more: { [K in keyof B]: fc.Arbitrary<B[K]> },
): fc.Arbitrary<A & Partial<B>> =>
  fc
    .tuple(base, fc.record(more, { requiredKeys: [], noNullPrototype: true }))
    .map(([a, b]) => ({ ...a, ...b }))

const reasonToChange = fc.constantFrom(
  ...(['birth', 'death', 'family reunion', 'needs', 'wishes', 'correction'] as const),
)

/** The data of every command; those that a command shares with its event are taken from there. */
const orders: { readonly [C in Command as C['type']]: fc.Arbitrary<C['data']> } = {
  AssignHousehold: fc.record({ on, household, regime: arbitrary.regime() }, { noNullPrototype: true }),
  ChangeHousehold: optionally(
    fc.record({ on, household, reason: reasonToChange }, { noNullPrototype: true }),
    { overflow: fc.constant('no other place') },
  ),
  SeparateHousehold: fc.record({ on, remaining: household, separated: household }, { noNullPrototype: true }),
  ChangeRegime: data.RegimeChanged,
  RecordDeparture: data.HouseholdLeft,
  ListFlat: data.FlatListed,
  ChangeFlat: data.FlatChanged,
  WithdrawFlat: data.FlatWithdrawn,
  OpenSite: data.SiteOpened,
  ChangeSite: data.SiteChanged,
  CloseSite: data.SiteClosed,
  StartStay: optionally(data.StayStarted, { until: on }),
  EndStay: data.StayEnded,
  CorrectStay: data.StayCorrected,
  AnnulStay: data.StayAnnulled,
  AdoptPolicy: data.PolicyAdopted.map(({ on, policy }) => ({ on, policy })),
  RecordAllocation: data.AllocationMade,
  ProposePlacement: data.PlacementProposed,
  DeclinePlacement: data.PlacementDeclined,
  WithdrawPlacement: data.PlacementWithdrawn,
  AgreePlacement: data.PlacementAgreed,
  StartTenancy: optionally(data.TenancyStarted, { until: on }),
  EndTenancy: data.TenancyEnded,
  CorrectTenancy: data.TenancyCorrected,
  AnnulTenancy: data.TenancyAnnulled,
}

const commands = Object.fromEntries(
  Object.entries(orders).map(([type, order]) => [
    type,
    fc.record(
      { type: fc.constant(type), id: arbitrary.id({ prefix: 'C' }), data: order as fc.Arbitrary<unknown> },
      { noNullPrototype: true },
    ),
  ]),
)

const predicates = ['quiet', '__proto__']
const rule = arbitrary.rule({ predicates })
const ruleOf = (...forms: ReadonlyArray<string>) => rule.filter(each => forms.includes(each.rule))
const anId = arbitrary.id()
const steps = arbitrary
  .rankingSteps()
  .filter(each => each.length > 0)
  .map(each => each[0])

const open = (name: string, codec: t.Type<never>, values: fc.Arbitrary<unknown>): Case => ({
  name,
  codec: codec as unknown as t.Type<unknown>,
  values,
  closed: false,
})
const byName: Readonly<Record<string, unknown>> = codecs
const shut = (name: string, codec: t.Type<never>, values: fc.Arbitrary<unknown>): Case => ({
  ...open(name, codec, values),
  closed: true,
})
const any = (codec: unknown) => codec as t.Type<never>

/** Words that are not objects. */
export const scalars: ReadonlyArray<Case> = [
  ...(
    [
      'MunicipalityId',
      'HouseholdId',
      'PersonId',
      'FlatId',
      'SiteId',
      'TenancyId',
      'StayId',
      'PlacementId',
      'AllocationId',
      'CommandId',
    ] as const
  ).map(name => open(name, any(byName[name]), anId)),
  open('IsoDay', any(codecs.IsoDay), on),
  open(
    'Instant',
    any(codecs.Instant),
    arbitrary.recorded().map(each => each.envelope.recordedAt),
  ),
  open('AgeGroup', any(codecs.AgeGroup), fc.constantFrom('child', 'adult', 'senior')),
  open('Sex', any(codecs.Sex), fc.constantFrom('female', 'male', 'diverse')),
  open('Regime', any(codecs.Regime), arbitrary.regime()),
  open('Cents', any(codecs.Cents), fc.nat(1_000_000_000)),
  open(
    'Area',
    any(codecs.Area),
    fc.integer({ min: 1, max: 10_000_000 }).map(n => n / 100),
  ),
  open(
    'Rooms',
    any(codecs.Rooms),
    fc.integer({ min: 1, max: 2000 }).map(n => n / 2),
  ),
  open('FlatQuantity', any(FlatQuantity), fc.constantFrom('area', 'daysUntilFree', 'grossColdRent')),
  open('Unit', any(Unit), fc.constantFrom('EUR', 'cent', 'm²', 'rooms', 'persons', 'days', 'floors')),
]

/** Everything that is an object. */
export const objects: ReadonlyArray<Case> = [
  open(
    'Person',
    any(codecs.Person),
    household.map(each => each.members[0]),
  ),
  open(
    'Age',
    any(codecs.Age),
    arbitrary.person().map(each => each.age),
  ),
  open(
    'Needs',
    any(codecs.Needs),
    household.map(each => each.needs ?? {}),
  ),
  open(
    'Wishes',
    any(codecs.Wishes),
    household.map(each => each.wishes ?? {}),
  ),
  open('Household', any(codecs.Household), household),
  open('Seeker', any(codecs.Seeker), arbitrary.seeker()),
  open(
    'Rent',
    any(codecs.Rent),
    arbitrary.flat().map(each => each.rent),
  ),
  shut(
    'Landlord',
    any(codecs.Landlord),
    arbitrary.flat().map(each => each.landlord ?? {}),
  ),
  open('Position', any(codecs.Position), position()),
  open('ResidenceDuty', any(codecs.ResidenceDuty), residenceDuty()),
  open(
    'PresentHome',
    any(codecs.PresentHome),
    household.map(each => each.livesIn ?? {}),
  ),
  open('Flat', any(codecs.Flat), arbitrary.flat()),
  open('Site', any(codecs.Site), arbitrary.site()),
  shut(
    'Amount',
    any(codecs.Amount),
    ruleOf('atLeast', 'atMost').map(each => (each as codecs.Comparison).asks),
  ),
  shut('Comparison', any(codecs.Comparison), ruleOf('atLeast', 'atMost')),
  shut('Membership', any(codecs.Membership), ruleOf('oneOf', 'noneOf')),
  shut('Implication', any(codecs.Implication), ruleOf('implies')),
  shut('ResidenceRule', any(codecs.ResidenceRule), ruleOf('residenceDuty')),
  shut('Where', any(codecs.Where), ruleOf('where')),
  shut('Rule', any(codecs.Rule), rule),
  shut('Preference', any(codecs.Preference), arbitrary.preference({ predicates })),
  shut('Criterion', any(codecs.Criterion), steps),
  shut('Policy', any(codecs.Policy), arbitrary.policy({ predicates })),
  ...Object.keys(data).map(type =>
    open(
      type,
      any(codecs.eventCodecs[type as HousingEvent['type']]),
      arbitrary.event({ types: [type as 'StayEnded'] }),
    ),
  ),
  open('HousingEvent', any(codecs.HousingEvent), arbitrary.event()),
  open(
    'Envelope',
    any(codecs.Envelope),
    arbitrary.recorded().map(each => each.envelope),
  ),
  open('Recorded', any(codecs.Recorded), arbitrary.recorded()),
  ...Object.entries(commands).map(([type, values]) =>
    open(type, any(codecs.commandCodecs[type as Command['type']]), values),
  ),
  open('Command', any(codecs.Command), fc.oneof(...Object.values(commands))),
]
