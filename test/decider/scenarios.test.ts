import { type Command, decideWith, digest, type HousingEvent, type Refusal } from 'einzug'
import { given, givenTo } from 'einzug/testing'
import { describe, expect, test } from 'vitest'

const fact = (type: HousingEvent['type'], data: object): HousingEvent => ({ type, data }) as HousingEvent
const command = (type: Command['type'], data: object): Command => ({ type, id: 'c', data }) as Command
const refusal = (value: { readonly _tag: Refusal['_tag'] } & Readonly<Record<string, unknown>>): Refusal =>
  value as unknown as Refusal

const members = (id: string, size: number) =>
  Array.from({ length: size }, (_, k) => ({ id: `${id}/${k + 1}`, age: { known: 'group', group: 'adult' } }))
const household = (id: string, size = 2) => ({ id, members: members(id, size) })
const flat = (id: string, more: object = {}) => ({
  id,
  district: 'Mitte',
  area: 50,
  rooms: 2,
  rent: { cold: 40_000 },
  ...more,
})
const site = (places: number) => ({ id: 'S', kind: 'municipal', places })

const assigned = (id: string, size = 2, on = '2016-01-01') =>
  fact('HouseholdAssigned', { on, household: household(id, size), regime: 'AsylbLG' })
const listed = (id: string, more: object = {}) =>
  fact('FlatListed', { on: '2016-01-01', flat: flat(id, more) })
const opened = (places = 4) => fact('SiteOpened', { on: '2016-01-01', site: site(places) })
const moved = (tenancyId: string, householdId: string, flatId: string, on = '2016-02-01') =>
  fact('TenancyStarted', { on, tenancyId, householdId, flatId })
const stays = (stayId: string, householdId: string, on = '2016-01-05') =>
  fact('StayStarted', { on, stayId, householdId, siteId: 'S' })
const proposed = (placementId: string, householdId: string, flatId: string) =>
  fact('PlacementProposed', { on: '2016-01-20', placementId, householdId, flatId })
const move = (data: object) =>
  command('StartTenancy', { on: '2016-03-01', tenancyId: 'T', householdId: 'H', flatId: 'F', ...data })

/** Given facts, a command and the refusal it meets. */
const refused = (
  facts: ReadonlyArray<HousingEvent>,
  asked: Command,
  because: Parameters<typeof refusal>[0],
) => {
  const { decision, thenRefused } = given(...facts).when(asked)
  expect([decision, thenRefused(refusal(because))]).toEqual([{ _tag: 'Left', left: because }, true])
}
/** Given facts, a command and exactly the events that follow. */
const recorded = (
  facts: ReadonlyArray<HousingEvent>,
  asked: Command,
  ...events: ReadonlyArray<HousingEvent>
) => {
  const { decision, thenRecorded } = given(...facts).when(asked)
  expect([decision, thenRecorded(...events)]).toEqual([{ _tag: 'Right', right: events }, true])
}

describe('households', () => {
  test('are assigned once, with persons who belong to nobody else', () => {
    const data = { on: '2016-01-01', household: household('H'), regime: 'AsylbLG' }
    recorded([], command('AssignHousehold', data), fact('HouseholdAssigned', data))
    refused([assigned('H')], command('AssignHousehold', data), {
      _tag: 'AlreadyExists',
      what: 'household',
      id: 'H',
    })
    const stolen = { ...data, household: { id: 'K', members: members('H', 1) } }
    refused([assigned('H')], command('AssignHousehold', stolen), {
      _tag: 'PersonElsewhere',
      personId: 'H/1',
      householdId: 'H',
    })
    const left = fact('HouseholdLeft', { on: '2016-06-01', householdId: 'H', reason: 'moved away' })
    recorded(
      [assigned('H'), left],
      command('AssignHousehold', { ...stolen, on: '2016-06-01' }),
      fact('HouseholdAssigned', { ...stolen, on: '2016-06-01' }),
    )
    refused([assigned('H'), left], command('AssignHousehold', { ...stolen, on: '2016-05-31' }), {
      _tag: 'PersonElsewhere',
      personId: 'H/1',
      householdId: 'H',
    })
    const gone = fact('HouseholdChanged', {
      on: '2016-02-01',
      household: { id: 'H', members: members('H', 2).slice(1) },
      reason: 'death',
    })
    recorded(
      [assigned('H'), gone],
      command('AssignHousehold', { ...stolen, on: '2016-03-01' }),
      fact('HouseholdAssigned', { ...stolen, on: '2016-03-01' }),
    )
  })

  test('change while they are there, with their own persons', () => {
    const data = { on: '2016-02-01', household: household('H', 3), reason: 'birth' }
    recorded([assigned('H')], command('ChangeHousehold', data), fact('HouseholdChanged', data))
    refused([], command('ChangeHousehold', data), { _tag: 'Unknown', what: 'household', id: 'H' })
    refused([assigned('H')], command('ChangeHousehold', { ...data, on: '2015-12-31' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: null,
    })
    const both = { ...data, household: { id: 'H', members: [...members('H', 1), ...members('K', 1)] } }
    refused([assigned('H'), assigned('K')], command('ChangeHousehold', both), {
      _tag: 'PersonElsewhere',
      personId: 'K/1',
      householdId: 'K',
    })
  })

  test('that grow in a full site need a reason', () => {
    const data = { on: '2016-02-01', household: household('H', 3), reason: 'birth' }
    const facts = [assigned('H'), assigned('K'), opened(4), stays('B1', 'H'), stays('B2', 'K')]
    refused(facts, command('ChangeHousehold', data), {
      _tag: 'SiteFull',
      siteId: 'S',
      on: '2016-02-01',
      places: 4,
      persons: 5,
    })
    const crowded = { ...data, overflow: 'a child was born' }
    recorded(facts, command('ChangeHousehold', crowded), fact('HouseholdChanged', crowded))
    const smaller = { ...data, household: household('H', 1), reason: 'death' }
    recorded(
      [...facts, fact('HouseholdChanged', crowded)],
      command('ChangeHousehold', { ...smaller, on: '2016-03-01' }),
      fact('HouseholdChanged', { ...smaller, on: '2016-03-01' }),
    )
    // a late birth counts up to the next change, and only for nights spent there
    const ended = fact('StayEnded', { on: '2016-02-01', stayId: 'B2' })
    recorded([...facts, ended], command('ChangeHousehold', data), fact('HouseholdChanged', data))
    const later = fact('HouseholdChanged', {
      on: '2016-01-03',
      household: household('H', 2),
      reason: 'correction',
    })
    recorded(
      [...facts, later],
      command('ChangeHousehold', { ...data, on: '2016-01-02' }),
      fact('HouseholdChanged', { ...data, on: '2016-01-02' }),
    )
  })

  test('separate into two that are the same persons', () => {
    const data = {
      on: '2016-02-01',
      remaining: household('H', 1),
      separated: { id: 'K', members: members('H', 2).slice(1) },
    }
    recorded(
      [assigned('H'), fact('RegimeChanged', { on: '2016-01-15', householdId: 'H', regime: 'SGB II' })],
      command('SeparateHousehold', data),
      fact('HouseholdChanged', { on: data.on, household: data.remaining, reason: 'separation' }),
      fact('HouseholdAssigned', {
        on: data.on,
        household: data.separated,
        regime: 'SGB II',
        separatedFrom: 'H',
      }),
    )
    refused([assigned('H', 3)], command('SeparateHousehold', data), {
      _tag: 'NotAPartition',
      householdId: 'H',
      personIds: ['H/1', 'H/2', 'H/3'],
    })
    refused([assigned('H'), assigned('K')], command('SeparateHousehold', data), {
      _tag: 'AlreadyExists',
      what: 'household',
      id: 'K',
    })
    const doubled = { ...data, separated: { id: 'K', members: members('H', 1) } }
    refused([assigned('H')], command('SeparateHousehold', doubled), {
      _tag: 'NotAPartition',
      householdId: 'H',
      personIds: ['H/1', 'H/2'],
    })
    refused([assigned('H')], command('SeparateHousehold', { ...data, on: '2015-01-01' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: null,
    })
  })

  test('change their regime while they are there', () => {
    const data = { on: '2016-05-01', householdId: 'H', regime: 'SGB II' }
    recorded([assigned('H')], command('ChangeRegime', data), fact('RegimeChanged', data))
    refused([assigned('H', 1, '2016-06-01')], command('ChangeRegime', data), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-06-01',
      left: null,
    })
  })

  test('leave once, and their home ends with them', () => {
    const data = { on: '2016-06-01', householdId: 'H', reason: 'moved away' }
    const left = fact('HouseholdLeft', data)
    recorded([assigned('H')], command('RecordDeparture', data), left)
    recorded(
      [assigned('H'), listed('F'), moved('T', 'H', 'F')],
      command('RecordDeparture', data),
      fact('TenancyEnded', { on: data.on, tenancyId: 'T', reason: 'left the municipality' }),
      left,
    )
    recorded(
      [assigned('H'), opened(), stays('B', 'H')],
      command('RecordDeparture', data),
      fact('StayEnded', { on: data.on, stayId: 'B' }),
      left,
    )
    refused([assigned('H'), left], command('RecordDeparture', data), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: '2016-06-01',
    })
    refused([assigned('H'), left], command('RecordDeparture', { ...data, on: '2016-05-01' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: '2016-06-01',
    })
    const last = { _tag: 'FactsBeyond', householdId: 'H' } as const
    refused(
      [assigned('H'), listed('F'), moved('T', 'H', 'F', '2016-06-01')],
      command('RecordDeparture', data),
      { ...last, last: '2016-06-02' },
    )
    refused(
      [
        assigned('H'),
        listed('F'),
        moved('T', 'H', 'F'),
        fact('TenancyEnded', { on: '2016-07-01', tenancyId: 'T', reason: 'notice' }),
      ],
      command('RecordDeparture', data),
      { ...last, last: '2016-07-01' },
    )
    refused(
      [assigned('H'), fact('RegimeChanged', { on: '2016-08-01', householdId: 'H', regime: 'none' })],
      command('RecordDeparture', data),
      { ...last, last: '2016-08-01' },
    )
  })
})

describe('flats', () => {
  const data = { on: '2016-03-01', flat: flat('F') }

  test('are listed when they are not, and may be listed again', () => {
    recorded([], command('ListFlat', data), fact('FlatListed', data))
    refused([listed('F')], command('ListFlat', data), { _tag: 'FlatListed', flatId: 'F' })
    const withdrawn = fact('FlatWithdrawn', { on: '2016-02-01', flatId: 'F', reason: 'other' })
    recorded([listed('F'), withdrawn], command('ListFlat', data), fact('FlatListed', data))
  })

  test('change, but not below those who live there', () => {
    recorded([listed('F')], command('ChangeFlat', data), fact('FlatChanged', data))
    refused([], command('ChangeFlat', data), { _tag: 'Unknown', what: 'flat', id: 'F' })
    refused([listed('F')], command('ChangeFlat', { ...data, on: '2015-12-31' }), {
      _tag: 'FlatNotListed',
      flatId: 'F',
      on: '2015-12-31',
    })
    const shared = [
      listed('F', { roomsLet: 2 }),
      assigned('H'),
      assigned('K'),
      moved('T1', 'H', 'F'),
      moved('T2', 'K', 'F', '2016-04-01'),
    ]
    refused(shared, command('ChangeFlat', data), {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-04-01',
      units: 1,
      tenancies: ['T1', 'T2'],
    })
    const back = fact('FlatChanged', { on: '2016-03-15', flat: flat('F', { roomsLet: 2 }) })
    recorded([...shared, back], command('ChangeFlat', data), fact('FlatChanged', data))
  })

  test('are blocked when nobody lives there or was promised to, and then hold nobody', () => {
    const blocked = { count: 1, reason: 'major works' }
    const works = { on: '2016-02-15', flat: flat('F', { blocked }) }
    const done = fact('FlatChanged', { on: '2016-05-01', flat: flat('F') })
    const there = [listed('F'), assigned('H')]
    recorded(there, command('ChangeFlat', works), fact('FlatChanged', works))
    const because = { _tag: 'FlatBlocked', flatId: 'F', on: '2016-02-15', blocked } as const
    refused([...there, moved('T', 'H', 'F')], command('ChangeFlat', works), because)
    refused([...there, proposed('V', 'H', 'F')], command('ChangeFlat', works), {
      _tag: 'FlatPromised',
      flatId: 'F',
      units: 0,
      placements: ['V'],
    })
    const during = [...there, fact('FlatChanged', works)]
    refused(during, move({}), { ...because, on: '2016-03-01' })
    refused([...during, done], move({ on: '2016-02-01' }), because)
    const [early, late] = [{ on: '2016-02-01', until: '2016-02-15' }, { on: '2016-05-01' }]
    expect(given(...during, done).when(move(early)).decision._tag).toBe('Right')
    expect(given(...during, done).when(move(late)).decision._tag).toBe('Right')
  })

  test('let by rooms lose but the blocked ones', () => {
    const blocked = { count: 1, reason: 'repairs' }
    const shared = [listed('F', { roomsLet: 2, blocked }), assigned('H'), assigned('K'), assigned('L')]
    expect(given(...shared).when(move({})).decision._tag).toBe('Right')
    const full = [...shared, moved('T1', 'K', 'F')]
    refused(full, move({}), { _tag: 'FlatBlocked', flatId: 'F', on: '2016-03-01', blocked })
    const overfull = [...full, fact('FlatChanged', { on: '2016-02-20', flat: flat('F', { roomsLet: 1 }) })]
    refused(overfull, move({}), {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-03-01',
      units: 1,
      tenancies: ['T1'],
    })
  })

  test('are withdrawn, unless someone moved in afterwards', () => {
    const withdraw = { on: '2016-02-01', flatId: 'F', reason: 'sold' }
    recorded([listed('F')], command('WithdrawFlat', withdraw), fact('FlatWithdrawn', withdraw))
    refused([listed('F'), assigned('H'), moved('T', 'H', 'F')], command('WithdrawFlat', withdraw), {
      _tag: 'TenancyStartsThen',
      flatId: 'F',
      tenancyId: 'T',
      from: '2016-02-01',
    })
    recorded(
      [listed('F'), assigned('H'), moved('T', 'H', 'F', '2016-01-31')],
      command('WithdrawFlat', withdraw),
      fact('FlatWithdrawn', withdraw),
    )
    refused([listed('F')], command('WithdrawFlat', { ...withdraw, on: '2015-01-01' }), {
      _tag: 'FlatNotListed',
      flatId: 'F',
      on: '2015-01-01',
    })
  })
})

describe('sites', () => {
  test('open once, change within those who stay, and close when nobody stays', () => {
    recorded([], command('OpenSite', { on: '2016-01-01', site: site(4) }), opened())
    refused([opened()], command('OpenSite', { on: '2016-01-01', site: site(4) }), {
      _tag: 'AlreadyExists',
      what: 'site',
      id: 'S',
    })
    const smaller = { on: '2016-02-01', site: site(1) }
    const facts = [opened(), assigned('H'), stays('B', 'H')]
    refused(facts, command('ChangeSite', smaller), {
      _tag: 'SiteFull',
      siteId: 'S',
      on: '2016-02-01',
      places: 1,
      persons: 2,
    })
    recorded(
      facts,
      command('ChangeSite', { ...smaller, overflow: 'repairs' }),
      fact('SiteChanged', { ...smaller, overflow: 'repairs' }),
    )
    recorded([opened()], command('ChangeSite', smaller), fact('SiteChanged', smaller))
    const blocked = { on: '2016-02-01', site: { ...site(4), blocked: { count: 3, reason: 'infection' } } }
    refused(facts, command('ChangeSite', blocked), {
      _tag: 'SiteFull',
      siteId: 'S',
      on: '2016-02-01',
      places: 1,
      persons: 2,
    })
    recorded([opened()], command('ChangeSite', blocked), fact('SiteChanged', blocked))
    const close = { on: '2016-03-01', siteId: 'S' }
    refused(facts, command('CloseSite', close), { _tag: 'SiteInUse', siteId: 'S', stayId: 'B', until: null })
    const ended = fact('StayEnded', { on: '2016-03-01', stayId: 'B' })
    recorded([...facts, ended], command('CloseSite', close), fact('SiteClosed', close))
    const notOpen = { _tag: 'SiteNotOpen', siteId: 'S', opened: '2016-01-01' } as const
    refused([opened(), fact('SiteClosed', close)], command('CloseSite', close), {
      ...notOpen,
      closed: '2016-03-01',
    })
    refused([opened()], command('CloseSite', { ...close, on: '2015-01-01' }), { ...notOpen, closed: null })
    refused([opened()], command('ChangeSite', { ...smaller, on: '2015-01-01' }), { ...notOpen, closed: null })
  })
})

describe('stays', () => {
  const facts = [assigned('H'), assigned('K', 3), opened(4)]
  const stay = { on: '2016-02-01', stayId: 'B', householdId: 'H', siteId: 'S' }

  test('start where places are, or with a reason', () => {
    recorded(facts, command('StartStay', stay), fact('StayStarted', stay))
    recorded(
      facts,
      command('StartStay', { ...stay, until: '2016-03-01' }),
      fact('StayStarted', stay),
      fact('StayEnded', { on: '2016-03-01', stayId: 'B' }),
    )
    const full = [...facts, stays('B2', 'K')]
    refused(full, command('StartStay', stay), {
      _tag: 'SiteFull',
      siteId: 'S',
      on: '2016-02-01',
      places: 4,
      persons: 5,
    })
    recorded(
      full,
      command('StartStay', { ...stay, overflow: 'winter' }),
      fact('StayStarted', { ...stay, overflow: 'winter' }),
    )
    refused(full, command('StartStay', { ...stay, stayId: 'B2' }), {
      _tag: 'AlreadyExists',
      what: 'stay',
      id: 'B2',
    })
    refused(facts, command('StartStay', { ...stay, until: '2016-02-01' }), {
      _tag: 'EmptyInterval',
      from: '2016-02-01',
      until: '2016-02-01',
    })
    refused(facts, command('StartStay', { ...stay, on: '2015-02-01' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: null,
    })
    refused(facts, command('StartStay', { ...stay, siteId: 'X' }), { _tag: 'Unknown', what: 'site', id: 'X' })
    refused([assigned('H', 2, '2015-01-01'), opened()], command('StartStay', { ...stay, on: '2015-06-01' }), {
      _tag: 'SiteNotOpen',
      siteId: 'S',
      opened: '2016-01-01',
      closed: null,
    })
  })

  test('are refused to who lives elsewhere, or has left', () => {
    const housed = [...facts, listed('F'), moved('T', 'H', 'F', '2016-02-15')]
    const residence = { kind: 'tenancy', id: 'T', from: '2016-02-15', until: null }
    refused(housed, command('StartStay', stay), { _tag: 'LivesElsewhere', householdId: 'H', residence })
    recorded(
      housed,
      command('StartStay', { ...stay, until: '2016-02-15' }),
      fact('StayStarted', stay),
      fact('StayEnded', { on: '2016-02-15', stayId: 'B' }),
    )
    const left = [...facts, fact('HouseholdLeft', { on: '2016-03-01', householdId: 'H', reason: 'other' })]
    refused(left, command('StartStay', stay), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: '2016-03-01',
    })
    recorded(
      left,
      command('StartStay', { ...stay, until: '2016-03-01' }),
      fact('StayStarted', stay),
      fact('StayEnded', { on: '2016-03-01', stayId: 'B' }),
    )
    refused(left, command('StartStay', { ...stay, until: '2016-03-02' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: '2016-03-01',
    })
  })

  test('end once, are corrected, and annulled', () => {
    const there = [...facts, stays('B', 'H')]
    const end = { on: '2016-03-01', stayId: 'B' }
    recorded(there, command('EndStay', end), fact('StayEnded', end))
    refused(there, command('EndStay', { ...end, on: '2016-01-05' }), {
      _tag: 'EmptyInterval',
      from: '2016-01-05',
      until: '2016-01-05',
    })
    refused([...there, fact('StayEnded', end)], command('EndStay', end), {
      _tag: 'NotOpenEnded',
      residence: { kind: 'stay', id: 'B', from: '2016-01-05', until: '2016-03-01' },
    })
    const correct = { on: '2016-01-07', stayId: 'B', until: '2016-04-01', reason: 'typing error' }
    recorded(there, command('CorrectStay', correct), fact('StayCorrected', correct))
    recorded(
      there,
      command('CorrectStay', { ...correct, until: null }),
      fact('StayCorrected', { ...correct, until: null }),
    )
    const annulled = fact('StayAnnulled', { on: '2016-05-01', stayId: 'B', reason: 'someone else' })
    recorded(there, command('AnnulStay', annulled.data), annulled)
    refused([...there, annulled], command('AnnulStay', annulled.data), { _tag: 'Annulled', id: 'B' })
    refused(facts, command('EndStay', end), { _tag: 'Unknown', what: 'stay', id: 'B' })
    recorded(
      [...there, annulled],
      command('StartStay', { ...stay, stayId: 'B2' }),
      fact('StayStarted', { ...stay, stayId: 'B2' }),
    )
  })
})

describe('tenancies', () => {
  const facts = [assigned('H'), assigned('K'), listed('F')]
  const start = { on: '2016-03-01', tenancyId: 'T', householdId: 'H', flatId: 'F' }
  const started = fact('TenancyStarted', start)

  test('start in a listed flat that is free', () => {
    recorded(facts, move({}), started)
    recorded(
      facts,
      move({ until: '2016-05-01' }),
      started,
      fact('TenancyEnded', { on: '2016-05-01', tenancyId: 'T', reason: 'other' }),
    )
    refused([...facts, moved('T', 'K', 'F')], move({}), { _tag: 'AlreadyExists', what: 'tenancy', id: 'T' })
    refused([...facts, moved('T1', 'K', 'F')], move({}), {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-03-01',
      units: 1,
      tenancies: ['T1'],
    })
    refused([...facts, moved('T1', 'K', 'F', '2016-04-01')], move({}), {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-04-01',
      units: 1,
      tenancies: ['T1'],
    })
    recorded(
      [...facts, moved('T1', 'K', 'F', '2016-05-01')],
      move({ until: '2016-05-01' }),
      started,
      fact('TenancyEnded', { on: '2016-05-01', tenancyId: 'T', reason: 'other' }),
    )
    refused(facts, move({ on: '2015-12-31' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: null,
    })
    refused(
      [
        assigned('H', 1, '2015-01-01'),
        fact('FlatListed', { on: '2016-01-01', flat: flat('F', { roomsLet: 1 }) }),
      ],
      move({ on: '2015-12-31', until: '2016-01-02' }),
      { _tag: 'FlatNotListed', flatId: 'F', on: '2015-12-31' },
    )
    const withdrawn = fact('FlatWithdrawn', { on: '2016-02-01', flatId: 'F', reason: 'other' })
    refused([...facts, withdrawn], move({}), { _tag: 'FlatNotListed', flatId: 'F', on: '2016-03-01' })
  })

  test('end a stay that goes on, and no other home', () => {
    recorded(
      [...facts, opened(), stays('B', 'H')],
      move({}),
      fact('StayEnded', { on: '2016-03-01', stayId: 'B' }),
      started,
    )
    recorded(
      [...facts, opened(), stays('B', 'H')],
      move({ until: '2016-04-01' }),
      fact('StayEnded', { on: '2016-03-01', stayId: 'B' }),
      started,
      fact('TenancyEnded', { on: '2016-04-01', tenancyId: 'T', reason: 'other' }),
    )
    refused([...facts, opened(), stays('B', 'H', '2016-03-01')], move({}), {
      _tag: 'LivesElsewhere',
      householdId: 'H',
      residence: { kind: 'stay', id: 'B', from: '2016-03-01', until: null },
    })
    refused([...facts, listed('G'), moved('T1', 'H', 'G')], move({}), {
      _tag: 'LivesElsewhere',
      householdId: 'H',
      residence: { kind: 'tenancy', id: 'T1', from: '2016-02-01', until: null },
    })
  })

  const rules = [
    { rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 30, of: 'persons' }, unit: 'm²' },
    { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 390 }, unit: 'EUR' },
  ]
  const policy = { name: 'P', version: '1', rules, ranking: [], preferences: [] }
  const adopted = fact('PolicyAdopted', { on: '2016-02-01', policy, digest: digest(policy) })
  const area = {
    rule: 'area',
    verdict: { _tag: 'Fails', asked: 60, found: 50, shortfall: { amount: 10, unit: 'm²' } },
  }
  const cap = {
    rule: 'cap',
    verdict: { _tag: 'Fails', asked: 39_000, found: 40_000, shortfall: { amount: 1000, unit: 'cent' } },
  }

  test('keep the rules of the policy in force on the day, one override aside', () => {
    refused([...facts, adopted], move({}), { _tag: 'RulesBroken', flatId: 'F', rules: [area, cap] })
    const override = { rule: 'area', reason: 'the household agrees' }
    refused([...facts, adopted], move({ override }), { _tag: 'RulesBroken', flatId: 'F', rules: [cap] })
    recorded(
      [...facts, adopted],
      move({ on: '2016-01-31' }),
      fact('TenancyStarted', { ...start, on: '2016-01-31' }),
    )
    const cheaper = fact('FlatChanged', { on: '2016-02-10', flat: flat('F', { rent: { cold: 39_000 } }) })
    recorded([...facts, adopted, cheaper], move({ override }), fact('TenancyStarted', { ...start, override }))
    refused([...facts, adopted, cheaper], move({ override: { rule: 'cap', reason: 'none' } }), {
      _tag: 'NothingToOverride',
      rule: 'cap',
    })
    refused(facts, move({ override }), { _tag: 'NothingToOverride', rule: 'area' })
  })

  test('keep what was agreed with others', () => {
    const agreed = fact('PlacementAgreed', { on: '2016-01-25', placementId: 'V' })
    recorded(
      [...facts, proposed('V', 'H', 'F'), agreed],
      move({ placementId: 'V' }),
      fact('TenancyStarted', { ...start, placementId: 'V' }),
    )
    refused([...facts, proposed('V', 'H', 'F')], move({ placementId: 'V' }), {
      _tag: 'PlacementIs',
      placementId: 'V',
      state: 'proposed',
    })
    refused(facts, move({ placementId: 'V' }), { _tag: 'Unknown', what: 'placement', id: 'V' })
    refused([...facts, listed('G'), proposed('V', 'H', 'G'), agreed], move({ placementId: 'V' }), {
      _tag: 'OtherPlacement',
      placementId: 'V',
      householdId: 'H',
      flatId: 'G',
    })
    refused([...facts, proposed('V', 'K', 'F'), agreed], move({ placementId: 'V' }), {
      _tag: 'OtherPlacement',
      placementId: 'V',
      householdId: 'K',
      flatId: 'F',
    })
    refused([...facts, proposed('V', 'K', 'F')], move({}), {
      _tag: 'FlatPromised',
      flatId: 'F',
      units: 1,
      placements: ['V'],
    })
    const rooms = [assigned('H'), assigned('K'), listed('F', { roomsLet: 2 }), proposed('V', 'K', 'F')]
    recorded(rooms, move({}), started)
    recorded(
      [
        ...facts,
        proposed('V', 'K', 'F'),
        fact('PlacementWithdrawn', { on: '2016-02-01', placementId: 'V', reason: 'x' }),
      ],
      move({}),
      started,
    )
  })

  test('end once, are corrected within the laws, and annulled', () => {
    const there = [...facts, moved('T', 'H', 'F')]
    const end = { on: '2016-04-01', tenancyId: 'T', reason: 'notice' }
    recorded(there, command('EndTenancy', end), fact('TenancyEnded', end))
    refused([...there, fact('TenancyEnded', end)], command('EndTenancy', end), {
      _tag: 'NotOpenEnded',
      residence: { kind: 'tenancy', id: 'T', from: '2016-02-01', until: '2016-04-01' },
    })
    refused(there, command('EndTenancy', { ...end, on: '2016-02-01' }), {
      _tag: 'EmptyInterval',
      from: '2016-02-01',
      until: '2016-02-01',
    })
    const correct = {
      on: '2016-01-20',
      tenancyId: 'T',
      until: '2016-05-01',
      reason: 'keys were handed over earlier',
    }
    recorded(there, command('CorrectTenancy', correct), fact('TenancyCorrected', correct))
    refused(there, command('CorrectTenancy', { ...correct, on: '2015-12-01' }), {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-01-01',
      left: null,
    })
    const early = [assigned('H', 2, '2015-01-01'), listed('F'), moved('T', 'H', 'F')]
    refused(early, command('CorrectTenancy', { ...correct, on: '2015-12-01' }), {
      _tag: 'FlatNotListed',
      flatId: 'F',
      on: '2015-12-01',
    })
    refused(
      [...there, moved('T2', 'K', 'F', '2016-06-01'), fact('TenancyEnded', end)].map(each => each),
      command('CorrectTenancy', { ...correct, until: null }),
      { _tag: 'FlatTaken', flatId: 'F', on: '2016-06-01', units: 1, tenancies: ['T2'] },
    )
    // the rules are judged again, as for a new tenancy
    refused(
      [...there, fact('PolicyAdopted', { on: '2016-01-01', policy, digest: digest(policy) })],
      command('CorrectTenancy', correct),
      { _tag: 'RulesBroken', flatId: 'F', rules: [area, cap] },
    )
    const same = { ...correct, on: '2016-02-01' }
    refused([...there, adopted], command('CorrectTenancy', same), {
      _tag: 'RulesBroken',
      flatId: 'F',
      rules: [area, cap],
    })
    recorded(there, command('CorrectTenancy', same), fact('TenancyCorrected', same))
    refused(
      [...facts, moved('T', 'H', 'F')],
      command('CorrectTenancy', { ...same, override: { rule: 'area', reason: 'x' } }),
      { _tag: 'NothingToOverride', rule: 'area' },
    )
    const annulled = fact('TenancyAnnulled', { on: '2016-05-01', tenancyId: 'T', reason: 'someone else' })
    recorded(there, command('AnnulTenancy', annulled.data), annulled)
    refused([...there, annulled], command('EndTenancy', end), { _tag: 'Annulled', id: 'T' })
    recorded(
      [...there, annulled],
      move({ tenancyId: 'T2' }),
      fact('TenancyStarted', { ...start, tenancyId: 'T2' }),
    )
    refused(there, command('EndStay', { on: '2016-05-01', stayId: 'T' }), {
      _tag: 'Unknown',
      what: 'stay',
      id: 'T',
    })
  })
})

describe('policies, allocations and placements', () => {
  const facts = [assigned('H'), assigned('K'), listed('F'), listed('G')]
  const propose = { on: '2016-02-01', placementId: 'V', householdId: 'H', flatId: 'F' }

  test('a policy is adopted with its digest, if it can be right', () => {
    const policy = {
      name: 'P',
      version: '1',
      rules: [{ rule: 'where', name: 'own', predicate: 'own' }],
      ranking: [],
      preferences: [],
    }
    const adopt = command('AdoptPolicy', { on: '2016-01-01', policy })
    expect(given().when(adopt).decision).toMatchObject({
      left: { _tag: 'BadPolicy', issues: [{ path: ['rules', 0, 'predicate'], found: 'own' }] },
    })
    expect(givenTo(decideWith({ own: () => false }))().when(adopt).decision).toEqual({
      _tag: 'Right',
      right: [fact('PolicyAdopted', { on: '2016-01-01', policy, digest: digest(policy) })],
    })
    const adopted = fact('PolicyAdopted', { on: '2016-01-01', policy, digest: digest(policy) })
    const judged = givenTo(decideWith({ own: seeker => seeker.household.members.length > 2 }))(
      ...facts,
      adopted,
    )
    expect(judged.when(move({})).decision).toMatchObject({
      left: { _tag: 'RulesBroken', rules: [{ rule: 'own' }] },
    })
  })

  test('an allocation is recorded once', () => {
    const data = {
      on: '2016-01-01',
      allocationId: 'A',
      policyDigest: 'x',
      problemDigest: 'y',
      seed: null,
      totals: {},
    }
    recorded([], command('RecordAllocation', data), fact('AllocationMade', data))
    refused([fact('AllocationMade', data)], command('RecordAllocation', data), {
      _tag: 'AlreadyExists',
      what: 'allocation',
      id: 'A',
    })
  })

  test('a choice against an allocation names what it departs from, and why', () => {
    const made = fact('AllocationMade', { on: '2016-01-01', allocationId: 'A' })
    const against = { allocationId: 'A', gave: 'G', reason: 'near her carer' }
    const data = { ...propose, against }
    recorded([...facts, made], command('ProposePlacement', data), fact('PlacementProposed', data))
    const byAnother = { ...data, allocationId: 'B', against: { ...against, gave: null } }
    const other = fact('AllocationMade', { on: '2016-01-01', allocationId: 'B' })
    recorded(
      [...facts, made, other],
      command('ProposePlacement', byAnother),
      fact('PlacementProposed', byAnother),
    )
    const asked = (change: object, more: object = {}) =>
      command('ProposePlacement', { ...data, ...more, against: { ...against, ...change } })
    refused(facts, asked({}), { _tag: 'Unknown', what: 'allocation', id: 'A' })
    refused([...facts, made], asked({ gave: 'X' }), { _tag: 'Unknown', what: 'flat', id: 'X' })
    // nothing departs
    refused([...facts, made], asked({ gave: 'F' }), {
      _tag: 'AllocationGave',
      allocationId: 'A',
      householdId: 'H',
      flatId: 'F',
    })
    refused([...facts, made], asked({ gave: null }, { allocationId: 'A' }), {
      _tag: 'AllocationGave',
      allocationId: 'A',
      householdId: 'H',
      flatId: null,
    })
  })

  test('a placement is proposed to who has no other, in a flat that is free for good', () => {
    const proposal = command('ProposePlacement', propose)
    recorded(facts, proposal, fact('PlacementProposed', propose))
    refused([...facts, proposed('V1', 'H', 'G')], proposal, {
      _tag: 'PlacementOpen',
      householdId: 'H',
      placementId: 'V1',
    })
    refused([...facts, proposed('V', 'K', 'G')], proposal, {
      _tag: 'AlreadyExists',
      what: 'placement',
      id: 'V',
    })
    refused([...facts, proposed('V1', 'K', 'F')], proposal, {
      _tag: 'FlatPromised',
      flatId: 'F',
      units: 1,
      placements: ['V1'],
    })
    refused([...facts, moved('T', 'K', 'F')], proposal, {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-02-01',
      units: 1,
      tenancies: ['T'],
    })
    refused([...facts, moved('T', 'K', 'F', '2016-08-01')], proposal, {
      _tag: 'FlatTaken',
      flatId: 'F',
      on: '2016-08-01',
      units: 1,
      tenancies: ['T'],
    })
    refused([assigned('H'), fact('FlatListed', { on: '2016-03-01', flat: flat('F') })], proposal, {
      _tag: 'FlatNotListed',
      flatId: 'F',
      on: '2016-02-01',
    })
    refused([assigned('H', 1, '2016-03-01'), listed('F')], proposal, {
      _tag: 'NotPresent',
      householdId: 'H',
      assigned: '2016-03-01',
      left: null,
    })
    const gone = [
      moved('T', 'K', 'F', '2016-01-05'),
      fact('TenancyEnded', { on: '2016-02-01', tenancyId: 'T', reason: 'notice' }),
    ]
    recorded([...facts, ...gone], proposal, fact('PlacementProposed', propose))
  })

  test('is agreed from proposed; declined or withdrawn until someone has moved in', () => {
    const open = [...facts, proposed('V', 'H', 'F')]
    const agreed = fact('PlacementAgreed', { on: '2016-02-01', placementId: 'V' })
    const declined = fact('PlacementDeclined', {
      on: '2016-02-01',
      placementId: 'V',
      by: 'landlord',
      reason: 'other',
    })
    const withdrawn = fact('PlacementWithdrawn', { on: '2016-02-01', placementId: 'V', reason: 'x' })
    recorded(open, command('AgreePlacement', agreed.data), agreed)
    recorded(open, command('DeclinePlacement', declined.data), declined)
    recorded([...open, agreed], command('WithdrawPlacement', withdrawn.data), withdrawn)
    recorded([...open, agreed], command('DeclinePlacement', declined.data), declined)
    refused([...open, agreed], command('AgreePlacement', agreed.data), {
      _tag: 'PlacementIs',
      placementId: 'V',
      state: 'agreed',
    })
    refused([...open, declined], command('AgreePlacement', agreed.data), {
      _tag: 'PlacementIs',
      placementId: 'V',
      state: 'declined',
    })
    refused([...open, withdrawn], command('DeclinePlacement', declined.data), {
      _tag: 'PlacementIs',
      placementId: 'V',
      state: 'withdrawn',
    })
    const in_ = fact('TenancyStarted', {
      on: '2016-03-01',
      tenancyId: 'T',
      householdId: 'H',
      flatId: 'F',
      placementId: 'V',
    })
    refused([...open, agreed, in_], command('WithdrawPlacement', withdrawn.data), {
      _tag: 'PlacementIs',
      placementId: 'V',
      state: 'moved in',
    })
    refused(facts, command('WithdrawPlacement', withdrawn.data), {
      _tag: 'Unknown',
      what: 'placement',
      id: 'V',
    })
  })
})
