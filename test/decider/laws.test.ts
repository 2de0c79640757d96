import {
  type Command,
  contents,
  decide,
  emptyRegistry,
  evolve,
  found,
  type HousingEvent,
  type MunicipalityId,
  type Recorded,
  type Refusal,
  type Registry,
  replay,
  tell,
} from 'einzug'
import { accepted, commands, log } from 'einzug/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broken, rulesBroken } from './naive.ts'

/** What a command would record if nobody looked at the laws. */
const naively = (command: Command, before: ReadonlyArray<HousingEvent>): ReadonlyArray<HousingEvent> => {
  const { type, data } = command
  switch (type) {
    case 'StartTenancy': {
      const { until, ...rest } = data
      const from = data.on
      const open = openStay(before, data.householdId, from)
      return [
        ...(open === undefined
          ? []
          : [{ type: 'StayEnded', data: { on: from, stayId: open } } as HousingEvent]),
        { type: 'TenancyStarted', data: rest },
        ...(until === undefined
          ? []
          : [
              {
                type: 'TenancyEnded',
                data: { on: until, tenancyId: data.tenancyId, reason: 'other' },
              } as const,
            ]),
      ]
    }
    case 'StartStay': {
      const { until, ...rest } = data
      return [
        { type: 'StayStarted', data: rest },
        ...(until === undefined
          ? []
          : [{ type: 'StayEnded', data: { on: until, stayId: data.stayId } } as const]),
      ]
    }
    case 'CorrectTenancy':
      return [{ type: 'TenancyCorrected', data }]
    case 'CorrectStay':
      return [{ type: 'StayCorrected', data }]
    case 'WithdrawFlat':
      return [{ type: 'FlatWithdrawn', data }]
    case 'ChangeFlat':
      return [{ type: 'FlatChanged', data }]
    case 'ListFlat':
      return [{ type: 'FlatListed', data }]
    case 'ChangeHousehold':
      return [{ type: 'HouseholdChanged', data }]
    case 'ChangeSite':
      return [{ type: 'SiteChanged', data }]
    case 'CloseSite':
      return [{ type: 'SiteClosed', data }]
    default:
      return []
  }
}

/** The stay of a household that began before a day and goes on. */
const openStay = (events: ReadonlyArray<HousingEvent>, householdId: string, on: string) => {
  const open = new Map<
    string,
    { from: string; until: string | null; annulled: boolean; householdId: string }
  >()
  for (const { type, data } of events) {
    if (type === 'StayStarted')
      open.set(data.stayId, { from: data.on, until: null, annulled: false, householdId: data.householdId })
    const stay = 'stayId' in data ? open.get(data.stayId) : undefined
    if (stay === undefined) continue
    if (type === 'StayEnded') stay.until = data.on
    if (type === 'StayAnnulled') stay.annulled = true
    if (type === 'StayCorrected') Object.assign(stay, { from: data.on, until: data.until })
  }
  for (const [id, stay] of open)
    if (stay.householdId === householdId && stay.from < on && stay.until === null && !stay.annulled)
      return id as Extract<HousingEvent, { type: 'StayEnded' }>['data']['stayId']
  return undefined
}

/** The law that each refusal appeals to. */
const lawOf: Partial<Record<Refusal['_tag'], string>> = {
  LivesElsewhere: 'one home',
  FlatTaken: 'units',
  FlatBlocked: 'units',
  FlatNotListed: 'listing',
  TenancyStartsThen: 'listing',
  NotPresent: 'presence',
  SiteNotOpen: 'opening',
  SiteInUse: 'opening',
  SiteFull: 'places',
  EmptyInterval: 'empty',
}
const checked = new Set([
  'StartTenancy',
  'StartStay',
  'CorrectTenancy',
  'CorrectStay',
  'WithdrawFlat',
  'ChangeFlat',
  'ListFlat',
  'ChangeHousehold',
  'ChangeSite',
  'CloseSite',
])

/** Walks through a sequence of commands, the registry beside the bare list of events. */
const walk = (
  sequence: ReadonlyArray<Command>,
  visit: (command: Command, before: ReadonlyArray<HousingEvent>, decision: ReturnType<typeof decide>) => void,
): void => {
  let town = found('town' as MunicipalityId)
  for (const command of sequence) {
    const decision = decide(command, town.registry)
    visit(command, town.events, decision)
    const told = tell([command], { recordedAt: '2017-01-01T00:00:00.000Z' })(town)
    if (told._tag === 'Right') town = told.right
  }
}

describe('the laws of the registry', () => {
  test('1–3: whatever is accepted, late or not, breaks none of them on any night', () => {
    fc.assert(
      fc.property(log({ maxLength: 80 }), events => {
        const found = [...broken(events)].filter(law => law !== 'places, as some command allowed')
        expect(found).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('1–3: whatever is refused in their name would break them', () => {
    fc.assert(
      fc.property(commands({ maxLength: 40 }), sequence => {
        walk(sequence, (command, before, decision) => {
          if (decision._tag === 'Right' || !checked.has(command.type)) return
          const law = lawOf[decision.left._tag]
          if (law === undefined) return
          const after = broken([...before, ...naively(command, before)])
          const laws = law === 'places' && !after.has('places') ? 'places, as some command allowed' : law
          if (decision.left._tag === 'NotPresent' && command.type === 'ChangeHousehold') return
          if (
            decision.left._tag === 'SiteNotOpen' &&
            (command.type === 'ChangeSite' || command.type === 'CloseSite')
          )
            return
          if (
            decision.left._tag === 'FlatNotListed' &&
            (command.type === 'ChangeFlat' || command.type === 'WithdrawFlat')
          )
            return
          expect([decision.left, [...after]]).toEqual([decision.left, expect.arrayContaining([laws])])
        })
      }),
      { numRuns: 150 },
    )
  })

  test('4: a tenancy keeps the rules in force on its first day, one override aside', () => {
    let refusals = 0
    fc.assert(
      fc.property(commands({ maxLength: 40 }), sequence => {
        walk(sequence, (command, before, decision) => {
          if (command.type !== 'StartTenancy') return
          if (decision._tag === 'Right') expect(rulesBroken(before, decision.right)).toEqual([])
          else if (decision.left._tag === 'RulesBroken') {
            refusals += 1
            expect(rulesBroken(before, naively(command, before))).toEqual(
              decision.left.rules.map(({ rule }) => rule),
            )
          }
        })
      }),
      { numRuns: 600 },
    )
    expect(refusals).toBeGreaterThan(0)
  })

  test('5: the same command id a second time changes nothing', () => {
    fc.assert(
      fc.property(commands({ maxLength: 40 }), sequence => {
        const town = accepted(sequence)
        const handled = new Set(town.events.map(({ envelope }) => envelope.commandId))
        for (const command of sequence)
          if (handled.has(command.id))
            expect(decide(command, town.registry)).toEqual({
              _tag: 'Left',
              left: { _tag: 'AlreadyHandled', commandId: command.id },
            })
        expect(accepted([...sequence, ...sequence.filter(({ id }) => handled.has(id))])).toEqual(town)
      }),
    )
  })

  test('6: nothing is ever deleted: what was recorded stays, and what was known stays known', () => {
    const idsOf = (registry: Registry) =>
      (['households', 'flats', 'sites', 'residences', 'placements', 'allocations'] as const).flatMap(name =>
        [...contents<unknown>(registry[name]).keys()].map(id => `${name} ${id}`),
      )
    fc.assert(
      fc.property(commands({ maxLength: 40 }), fc.nat({ max: 40 }), (sequence, k) => {
        const earlier = accepted(sequence.slice(0, k))
        const later = accepted(sequence)
        expect(later.events.slice(0, earlier.events.length)).toEqual(earlier.events)
        expect(idsOf(later.registry)).toEqual(expect.arrayContaining(idsOf(earlier.registry)))
      }),
    )
  })

  test('7: facts that do not conflict make the same registry in whatever order they are recorded', () => {
    fc.assert(
      fc.property(log({ maxLength: 50 }), fc.infiniteStream(fc.nat({ max: 1000 })), (events, priorities) => {
        const facts = ({ version: _, commands: __, ...rest }: Registry) => rest
        expect(facts(replay(reordered(events, priorities)))).toEqual(facts(replay(events)))
      }),
      { numRuns: 200 },
    )
  })
})

/** Some other order that keeps what must keep its order: the steps of one home or placement, and conflicts. */
const reordered = (
  events: ReadonlyArray<Recorded>,
  priorities: Iterator<number>,
): ReadonlyArray<Recorded> => {
  const keys = events.map(keysOf)
  const left = new Set(events.keys())
  const order: Array<Recorded> = []
  while (left.size > 0) {
    const free = [...left].filter(
      k => ![...left].some(before => before < k && keys[before]?.some(key => keys[k]?.includes(key))),
    )
    const next = free[Number(priorities.next().value) % free.length] ?? 0
    left.delete(next)
    order.push(events[next] as Recorded)
  }
  return order
}

/** Events that share a key keep their order. */
const keysOf = ({ type, data }: Recorded, at: number): ReadonlyArray<string> => {
  const on = data.on
  switch (type) {
    case 'HouseholdAssigned':
      return [`household ${data.household.id} ${on}`, `regime ${data.household.id} ${on}`]
    case 'SiteOpened':
      return [`site ${data.site.id} ${on}`]
    case 'StayStarted':
      return [`home ${data.stayId}`]
    case 'TenancyStarted':
      return [`home ${data.tenancyId}`, `placement ${data.placementId ?? ''}`]
    case 'PlacementProposed':
      return [`placement ${data.placementId}`]
    case 'HouseholdChanged':
      return [`household ${data.household.id} ${on}`]
    case 'RegimeChanged':
      return [`regime ${data.householdId} ${on}`]
    case 'FlatListed':
    case 'FlatChanged':
      return [`flat ${data.flat.id} ${on}`]
    case 'FlatWithdrawn':
      return [`flat ${data.flatId} ${on}`]
    case 'SiteChanged':
      return [`site ${data.site.id} ${on}`]
    case 'StayEnded':
    case 'StayCorrected':
    case 'StayAnnulled':
      return [`home ${data.stayId}`]
    case 'TenancyEnded':
    case 'TenancyCorrected':
    case 'TenancyAnnulled':
      return [`home ${data.tenancyId}`]
    case 'PlacementAgreed':
    case 'PlacementDeclined':
    case 'PlacementWithdrawn':
      return [`placement ${data.placementId}`]
    case 'PolicyAdopted':
      return [`policy ${on}`]
    case 'HouseholdLeft':
    case 'SiteClosed':
    case 'AllocationMade':
      return [`event ${at}`]
  }
}

describe('evolve and replay', () => {
  test('replay makes what evolve makes event by event', () => {
    fc.assert(
      fc.property(log(), events => {
        expect(replay(events)).toEqual(events.reduce(evolve, emptyRegistry))
      }),
    )
  })

  test('so it does from a registry on, however much of the log that knows already', () => {
    fc.assert(
      fc.property(log(), fc.nat({ max: 40 }), (events, k) => {
        expect(replay(events.slice(k), replay(events.slice(0, k)))).toEqual(replay(events))
        expect(events.slice(k).reduce(evolve, replay(events.slice(0, k)))).toEqual(replay(events))
      }),
    )
  })

  test('neither changes a registry that it was given', () => {
    fc.assert(
      fc.property(log({ maxLength: 40 }), fc.nat({ max: 40 }), (events, k) => {
        const [early, late] = [events.slice(0, k), events.slice(k)]
        for (const registry of [replay(early), early.reduce(evolve, emptyRegistry)]) {
          const copy = structuredClone(registry)
          replay(late, registry)
          late.reduce(evolve, registry)
          expect(structuredClone(registry)).toEqual(copy)
        }
      }),
    )
  })

  test('a replayed registry is frozen', () => {
    const [events = []] = fc.sample(log({ maxLength: 80 }), { numRuns: 1, seed: 3 })
    for (const registry of [replay(events), events.reduce(evolve, emptyRegistry)]) {
      expect(Object.isFrozen(registry)).toBe(true)
      for (const name of ['commands', 'households', 'persons', 'flats', 'residences'] as const) {
        const table = registry[name]
        expect([table, table.base, table.changes].every(Object.isFrozen)).toBe(true)
        expect(table.changes.every(block => [block, ...block].every(Object.isFrozen))).toBe(true)
      }
    }
  })
})
