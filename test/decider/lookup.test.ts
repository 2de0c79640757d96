import {
  type Command,
  contents,
  dayOf,
  decide,
  emptyRegistry,
  evolve,
  type FlatId,
  flatOn,
  type HouseholdId,
  type HousingEvent,
  householdOn,
  type IsoDay,
  isListedOn,
  offersOn,
  personsInSite,
  policyOn,
  type Recorded,
  regimeOn,
  replay,
  residenceOn,
  type SiteId,
  seekersOn,
  siteOn,
  tenanciesOn,
} from 'einzug'
import { log } from 'einzug/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const day = (text: string) => dayOf(text as IsoDay)
/** What a replay makes of facts, which is what is made of them one by one. */
const said = (...facts: ReadonlyArray<readonly [HousingEvent['type'], object]>) => {
  const events = facts.map(
    ([type, data], k) =>
      ({ type, data, envelope: { version: k + 1, commandId: `c${k}` } }) as unknown as Recorded,
  )
  const known = replay(events)
  expect(events.reduce(evolve, emptyRegistry)).toEqual(known)
  return known
}

const household = (id: string, size: number) => ({
  id,
  members: Array.from({ length: size }, (_, k) => ({
    id: `${id}/${k}`,
    age: { known: 'group', group: 'adult' },
  })),
})
const flat = (id: string, more: object = {}) => ({
  id,
  district: 'Mitte',
  area: 50,
  rooms: 2,
  rent: { cold: 40_000 },
  ...more,
})
const policy = (name: string) => ({ name, version: '1', rules: [], ranking: [], preferences: [] })

const registry = said(
  ['HouseholdAssigned', { on: '2016-01-10', household: household('H', 2), regime: 'AsylbLG' }],
  ['HouseholdAssigned', { on: '2016-01-10', household: household('K', 1), regime: 'none' }],
  ['HouseholdChanged', { on: '2016-03-01', household: household('H', 3), reason: 'birth' }],
  ['RegimeChanged', { on: '2016-04-01', householdId: 'H', regime: 'SGB II' }],
  ['HouseholdLeft', { on: '2016-09-01', householdId: 'K', reason: 'other' }],
  ['SiteOpened', { on: '2016-01-01', site: { id: 'S', kind: 'municipal', places: 9 } }],
  ['StayStarted', { on: '2016-01-10', stayId: 'B', householdId: 'H', siteId: 'S' }],
  ['StayEnded', { on: '2016-05-01', stayId: 'B' }],
  ['StayStarted', { on: '2016-05-01', stayId: 'B2', householdId: 'H', siteId: 'S' }],
  ['StayAnnulled', { on: '2016-05-02', stayId: 'B2', reason: 'x' }],
  ['FlatListed', { on: '2016-02-01', flat: flat('F', { roomsLet: 2 }) }],
  ['FlatListed', { on: '2016-02-01', flat: flat('G') }],
  ['FlatChanged', { on: '2016-06-01', flat: flat('G', { area: 60 }) }],
  ['FlatWithdrawn', { on: '2016-07-01', flatId: 'G', reason: 'sold' }],
  ['TenancyStarted', { on: '2016-05-01', tenancyId: 'T', householdId: 'H', flatId: 'F' }],
  ['TenancyEnded', { on: '2016-08-01', tenancyId: 'T', reason: 'notice' }],
  ['PlacementProposed', { on: '2016-02-10', placementId: 'V', householdId: 'K', flatId: 'F' }],
  ['PlacementDeclined', { on: '2016-02-20', placementId: 'V', by: 'household', reason: 'location' }],
  ['PolicyAdopted', { on: '2016-02-01', policy: policy('first'), digest: 'a' }],
  ['PolicyAdopted', { on: '2016-06-01', policy: policy('second'), digest: 'b' }],
)
const H = 'H' as HouseholdId

describe('what the registry says of a day', () => {
  test('a household, as it was, while it is there', () => {
    expect(householdOn(registry, H, day('2016-01-09'))).toBeUndefined()
    expect(householdOn(registry, H, day('2016-02-29'))?.members.length).toBe(2)
    expect(householdOn(registry, H, day('2016-03-01'))?.members.length).toBe(3)
    expect(householdOn(registry, 'K' as HouseholdId, day('2016-08-31'))?.id).toBe('K')
    expect(householdOn(registry, 'K' as HouseholdId, day('2016-09-01'))).toBeUndefined()
    expect(householdOn(registry, 'X' as HouseholdId, day('2016-09-01'))).toBeUndefined()
  })

  test('a flat, as it was; the policy in force', () => {
    const G = 'G' as FlatId
    expect(flatOn(registry, G, day('2016-01-31'))).toBeUndefined()
    expect(flatOn(registry, G, day('2016-05-31'))?.area).toBe(50)
    expect(flatOn(registry, G, day('2016-06-01'))?.area).toBe(60)
    expect(flatOn(registry, 'X' as FlatId, day('2016-06-01'))).toBeUndefined()
    expect(
      ['2016-01-31', '2016-02-01', '2016-05-31', '2016-06-01'].map(
        each => policyOn(registry, day(each))?.name,
      ),
    ).toEqual([undefined, 'first', 'first', 'second'])
  })

  test('a regime, a listing, a site and the tenancies of a flat, as they were', () => {
    expect(['2016-01-09', '2016-03-31', '2016-04-01'].map(each => regimeOn(registry, H, day(each)))).toEqual([
      undefined,
      'AsylbLG',
      'SGB II',
    ])
    const G = 'G' as FlatId
    expect(
      ['2016-01-31', '2016-02-01', '2016-07-01'].map(each => isListedOn(registry, G, day(each))),
    ).toEqual([false, true, false])
    expect(isListedOn(registry, 'X' as FlatId, day('2016-07-01'))).toBe(false)
    const S = 'S' as SiteId
    expect(siteOn(registry, S, day('2015-12-31'))).toBeUndefined()
    expect(siteOn(registry, S, day('2016-01-01'))?.places).toBe(9)
    expect(siteOn(registry, 'X' as SiteId, day('2016-01-01'))).toBeUndefined()
    const tenants = (id: string, on: string) =>
      tenanciesOn(registry, id as FlatId, day(on)).map(each => each.householdId)
    expect(tenants('F', '2016-04-30')).toEqual([])
    expect(tenants('F', '2016-05-01')).toEqual(['H'])
    expect(tenants('X', '2016-05-01')).toEqual([])
  })

  test('where a household lives, and who lives in a site', () => {
    const home = (on: string) => residenceOn(registry, H, day(on))?.id
    expect(
      ['2016-01-09', '2016-01-10', '2016-04-30', '2016-05-01', '2016-07-31', '2016-08-01'].map(home),
    ).toEqual([undefined, 'B', 'B', 'T', 'T', undefined])
    expect(residenceOn(registry, 'X' as HouseholdId, 0)).toBeUndefined()
    const persons = (on: string) => personsInSite(registry, 'S' as SiteId, day(on))
    expect(['2016-01-09', '2016-02-29', '2016-03-01', '2016-05-01'].map(persons)).toEqual([0, 2, 3, 0])
    expect(personsInSite(registry, 'X' as SiteId, day('2016-02-01'))).toBe(0)
  })

  test('who seeks: present, without a tenancy then or later, without an open placement', () => {
    const seekers = (on: string) =>
      seekersOn(registry, day(on)).map(({ household: { id }, regime, waitingSince }) => [
        id,
        regime,
        waitingSince,
      ])
    expect(seekers('2016-01-09')).toEqual([])
    expect(seekers('2016-02-15')).toEqual([['K', 'none', '2016-01-10']])
    expect(seekers('2016-08-01')).toEqual(
      expect.arrayContaining([
        ['H', 'SGB II', '2016-01-10'],
        ['K', 'none', '2016-01-10'],
      ]),
    )
    expect(seekers('2016-09-01')).toEqual([['H', 'SGB II', '2016-01-10']])
  })

  test('what is on offer: listed, and units that nobody has then or later, nor was promised', () => {
    const offers = (on: string) =>
      offersOn(registry, day(on))
        .map(({ flat: { id, area }, units }) => [id, area, units])
        .sort()
    expect(offers('2016-01-31')).toEqual([])
    expect(offers('2016-02-01')).toEqual([
      ['F', 50, 1],
      ['G', 50, 1],
    ])
    expect(offers('2016-06-30')).toEqual([
      ['F', 50, 1],
      ['G', 60, 1],
    ])
    expect(offers('2016-07-01')).toEqual([['F', 50, 1]])
    expect(offers('2016-08-01')).toEqual([['F', 50, 2]])
  })

  test('an open placement takes its household and a unit off the market', () => {
    const promised = said(
      ['HouseholdAssigned', { on: '2016-01-01', household: household('H', 1), regime: 'none' }],
      ['FlatListed', { on: '2016-01-01', flat: flat('F') }],
      ['PlacementProposed', { on: '2016-01-02', placementId: 'V', householdId: 'H', flatId: 'F' }],
    )
    expect(seekersOn(promised, day('2016-01-03'))).toEqual([])
    expect(offersOn(promised, day('2016-01-03'))).toEqual([])
  })

  test('who seeks and what is on offer come by id, whatever was recorded first', () => {
    const ids = ['C', 'A', 'D', 'B']
    const known = said(
      ...ids.map(
        id =>
          [
            'HouseholdAssigned',
            { on: '2016-01-01', household: household(`H${id}`, 1), regime: 'none' },
          ] as const,
      ),
      ...ids.map(id => ['FlatListed', { on: '2016-01-01', flat: flat(`F${id}`) }] as const),
    )
    const on = day('2016-01-01')
    expect(seekersOn(known, on).map(each => each.household.id)).toEqual(['HA', 'HB', 'HC', 'HD'])
    expect(offersOn(known, on).map(each => each.flat.id)).toEqual(['FA', 'FB', 'FC', 'FD'])
  })

  test('a household is there on the day it is assigned, a site no more on the day it closes', () => {
    const known = said(
      ['HouseholdAssigned', { on: '2016-01-01', household: household('H', 1), regime: 'none' }],
      ['SiteOpened', { on: '2016-01-01', site: { id: 'S', kind: 'municipal', places: 9 } }],
      ['SiteChanged', { on: '2016-02-01', site: { id: 'S', kind: 'municipal', places: 7 } }],
      ['SiteClosed', { on: '2016-03-01', siteId: 'S' }],
    )
    expect(regimeOn(known, H, day('2016-01-01'))).toBe('none')
    const places = (on: string) => siteOn(known, 'S' as SiteId, day(on))?.places
    expect(['2016-01-31', '2016-02-01', '2016-02-29', '2016-03-01'].map(places)).toEqual([9, 7, 7, undefined])
  })

  test('a flat that is listed again is on offer again', () => {
    const known = said(
      ['FlatListed', { on: '2016-01-01', flat: flat('F') }],
      ['FlatWithdrawn', { on: '2016-02-01', flatId: 'F' }],
      ['FlatListed', { on: '2016-03-01', flat: flat('F', { area: 55 }) }],
    )
    const listed = (on: string) => isListedOn(known, 'F' as FlatId, day(on))
    expect(['2015-12-31', '2016-01-01', '2016-02-01', '2016-03-01'].map(listed)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  test('open placements are known by id at their household and their flat, and ended ones no more', () => {
    const proposals = ['V3', 'V1', 'V2', 'V4'].map((placementId, k) => {
      const data = { on: '2016-01-02', placementId, householdId: 'H', flatId: 'F' }
      return ['PlacementProposed', k === 0 ? { ...data, allocationId: 'A' } : data] as const
    })
    const known = said(
      ['HouseholdAssigned', { on: '2016-01-01', household: household('H', 1), regime: 'none' }],
      ['FlatListed', { on: '2016-01-01', flat: flat('F') }],
      ['AllocationMade', { on: '2016-01-02', allocationId: 'A', seed: 7 }],
      ...proposals,
      ['PlacementDeclined', { on: '2016-01-03', placementId: 'V2', by: 'landlord', reason: 'x' }],
      ['PlacementWithdrawn', { on: '2016-01-03', placementId: 'unknown', reason: 'x' }],
    )
    expect(contents(known.households).get('H')?.openPlacements).toEqual(['V1', 'V3', 'V4'])
    expect(contents(known.flats).get('F')?.promised).toEqual([
      { placementId: 'V1', from: day('2016-01-02') },
      { placementId: 'V3', from: day('2016-01-02') },
      { placementId: 'V4', from: day('2016-01-02') },
    ])
    expect(contents(known.allocations).get('A')).toEqual({ on: '2016-01-02', allocationId: 'A', seed: 7 })
    expect(contents(known.placements).get('V2')).toEqual({
      id: 'V2',
      householdId: 'H',
      flatId: 'F',
      state: 'declined',
      proposed: day('2016-01-02'),
      since: day('2016-01-03'),
    })
    expect(contents(known.placements).get('V3')?.allocationId).toBe('A')
  })

  test('nothing is offered twice, and nobody seeks who is housed', () => {
    fc.assert(
      fc.property(log(), fc.integer({ min: 0, max: 45 }), (events, k) => {
        const known = replay(events)
        const on = day('2016-01-01') + k
        for (const { household: each } of seekersOn(known, on))
          expect(residenceOn(known, each.id, on)?.kind).not.toBe('tenancy')
        const ids = offersOn(known, on).map(({ flat: each }) => each.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('a log that no decider wrote', () => {
  test('steps of a home or a placement that never began change nothing but the version', () => {
    const facts: ReadonlyArray<readonly [HousingEvent['type'], object]> = [
      ['StayEnded', { on: '2016-01-01', stayId: 'X' }],
      ['TenancyAnnulled', { on: '2016-01-01', tenancyId: 'X', reason: 'x' }],
      ['PlacementAgreed', { on: '2016-01-01', placementId: 'X' }],
    ]
    const { version, commands: _, ...known } = said(...facts)
    const { version: __, commands: ___, ...nothing } = said()
    expect(version).toBe(facts.length)
    expect(known).toEqual(nothing)
  })

  test('an id names one home, and one placement: a second beginning changes nothing, nor does a step past the end', () => {
    const facts: ReadonlyArray<readonly [HousingEvent['type'], object]> = [
      ['HouseholdAssigned', { on: '2016-01-01', household: household('H', 1), regime: 'none' }],
      ['FlatListed', { on: '2016-01-01', flat: flat('F') }],
      ['StayStarted', { on: '2016-01-01', stayId: 'B', householdId: 'H', siteId: 'S' }],
      ['PlacementProposed', { on: '2016-01-01', placementId: 'V', householdId: 'H', flatId: 'F' }],
      ['PlacementDeclined', { on: '2016-01-02', placementId: 'V', by: 'landlord', reason: 'x' }],
    ]
    const more: typeof facts = [
      ['StayStarted', { on: '2016-02-01', stayId: 'B', householdId: 'K', siteId: 'T' }],
      [
        'TenancyStarted',
        { on: '2016-02-01', tenancyId: 'B', householdId: 'K', flatId: 'F', placementId: 'V' },
      ],
      ['PlacementProposed', { on: '2016-02-01', placementId: 'V', householdId: 'K', flatId: 'G' }],
      ['PlacementAgreed', { on: '2016-02-01', placementId: 'V' }],
    ]
    const { version: _, commands: __, ...once } = said(...facts)
    const { version: ___, commands: ____, ...twice } = said(...facts, ...more)
    expect(twice).toEqual(once)
  })

  const early: ReadonlyArray<readonly [HousingEvent['type'], object]> = [
    ['StayStarted', { on: '2016-01-01', stayId: 'B', householdId: 'X', siteId: 'Y' }],
    ['TenancyStarted', { on: '2016-03-01', tenancyId: 'T', householdId: 'X', flatId: 'Z' }],
    ['PlacementProposed', { on: '2016-01-01', placementId: 'V', householdId: 'X', flatId: 'Z' }],
    ['RegimeChanged', { on: '2016-05-01', householdId: 'X', regime: 'SGB II' }],
    ['HouseholdLeft', { on: '2017-01-01', householdId: 'X', reason: 'other' }],
    ['SiteChanged', { on: '2016-05-01', site: { id: 'Y', kind: 'municipal', places: 1 } }],
    ['StayEnded', { on: '2016-03-01', stayId: 'B' }],
  ]

  test('what is told of somebody unknown is kept: nobody seeks, nothing is offered', () => {
    const kept = said(...early)
    expect(seekersOn(kept, day('2016-02-01'))).toEqual([])
    expect(offersOn(kept, day('2016-02-01'))).toEqual([])
    expect(householdOn(kept, 'X' as HouseholdId, day('2016-06-01'))).toBeUndefined()
    expect(regimeOn(kept, 'X' as HouseholdId, day('2016-06-01'))).toBeUndefined()
    expect(siteOn(kept, 'Y' as SiteId, day('2016-02-01'))).toBeUndefined()
    expect(personsInSite(kept, 'Y' as SiteId, day('2016-02-01'))).toBe(0)
  })

  test('and is so as soon as that household, that site and that flat are known', () => {
    const known = said(
      ...early,
      ['HouseholdAssigned', { on: '2016-01-01', household: household('X', 2), regime: 'AsylbLG' }],
      ['SiteOpened', { on: '2016-01-01', site: { id: 'Y', kind: 'municipal', places: 9 } }],
      ['FlatListed', { on: '2016-01-01', flat: flat('Z') }],
    )
    expect(personsInSite(known, 'Y' as SiteId, day('2016-02-01'))).toBe(2)
    expect(residenceOn(known, 'X' as HouseholdId, day('2016-04-01'))?.id).toBe('T')
    expect(regimeOn(known, 'X' as HouseholdId, day('2016-06-01'))).toBe('SGB II')
    expect(householdOn(known, 'X' as HouseholdId, day('2017-01-01'))).toBeUndefined()
    expect(siteOn(known, 'Y' as SiteId, day('2016-06-01'))?.places).toBe(1)
    expect(contents(known.households).get('X')?.openPlacements).toEqual(['V'])
    expect(contents(known.flats).get('Z')?.promised).toEqual([{ placementId: 'V', from: day('2016-01-01') }])
  })

  test('who is assigned after leaving is there again, and so is a site that opens after it closed', () => {
    const site = { id: 'S', kind: 'municipal', places: 9 }
    const again = said(
      ['HouseholdAssigned', { on: '2016-01-01', household: household('H', 1), regime: 'AsylbLG' }],
      ['SiteOpened', { on: '2016-01-01', site }],
      ['HouseholdLeft', { on: '2016-06-01', householdId: 'H', reason: 'other' }],
      ['SiteClosed', { on: '2016-06-01', siteId: 'S' }],
      ['HouseholdAssigned', { on: '2017-01-01', household: household('H', 2), regime: 'AsylbLG' }],
      ['SiteOpened', { on: '2017-01-01', site }],
    )
    expect(householdOn(again, 'H' as HouseholdId, day('2017-01-01'))?.members.length).toBe(2)
    expect(siteOn(again, 'S' as SiteId, day('2017-01-01'))?.places).toBe(9)
  })

  test('the decider knows nobody who was not assigned, and no site that was not opened', () => {
    const kept = said(...early)
    const told = (type: string, data: object) => decide({ type, id: 'new', data } as unknown as Command, kept)
    const unknown = (what: string, id: string) => ({ _tag: 'Left', left: { _tag: 'Unknown', what, id } })
    const [on, reason] = ['2016-01-01', 'x']
    expect(told('ChangeRegime', { on, householdId: 'X', regime: 'none' })).toEqual(unknown('household', 'X'))
    expect(told('CloseSite', { on, siteId: 'Y' })).toEqual(unknown('site', 'Y'))
    expect(told('CorrectStay', { on, stayId: 'B', until: null, reason })).toEqual(unknown('household', 'X'))
    expect(told('CorrectTenancy', { on, tenancyId: 'T', until: null, reason })).toEqual(
      unknown('household', 'X'),
    )
    expect(told('OpenSite', { on, site: { id: 'Y', kind: 'municipal', places: 9 } })._tag).toBe('Right')
    expect(told('AssignHousehold', { on, household: household('X', 1), regime: 'none' })._tag).toBe('Right')
  })
})
