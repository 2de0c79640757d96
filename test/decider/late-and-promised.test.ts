// Laws of the brief, told through the public face only: runs against any implementation of src/decider.
import { type Command, decide, found, isoOf, type MunicipalityId, offersOn, tell } from 'einzug'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'

const d = (n: number) => isoOf(17_000 + n)
const age = { known: 'group', group: 'adult' }
const hh = (id: string, ...ps: Array<string>) => ({ id, members: ps.map(p => ({ id: p, age })) })
const flat = (id: string, more = {}) => ({
  id,
  district: 'M',
  area: 50,
  rooms: 2,
  rent: { cold: 40000 },
  ...more,
})
let n = 0
const c = (type: string, data: object) => ({ type, id: `c${++n}`, data }) as unknown as Command
const assign = (on: number, id: string, ...ps: Array<string>) =>
  c('AssignHousehold', { on: d(on), household: hh(id, ...ps), regime: 'AsylbLG' })
const change = (on: number, id: string, ...ps: Array<string>) =>
  c('ChangeHousehold', { on: d(on), household: hh(id, ...ps), reason: 'correction' })
const list = (on: number, id: string, more = {}) => c('ListFlat', { on: d(on), flat: flat(id, more) })
const propose = (on: number, p: string, h: string, f: string, more = {}) =>
  c('ProposePlacement', { on: d(on), placementId: p, householdId: h, flatId: f, ...more })
const start = (on: number, t: string, h: string, f: string, more = {}) =>
  c('StartTenancy', { on: d(on), tenancyId: t, householdId: h, flatId: f, ...more })
const correct = (on: number, until: number | null, t: string, more = {}) =>
  c('CorrectTenancy', {
    on: d(on),
    until: until === null ? null : d(until),
    tenancyId: t,
    reason: 'x',
    ...more,
  })
const site = (id: string, places: number) => ({ id, kind: 'municipal', places })
const open = (on: number, id: string, places: number) => c('OpenSite', { on: d(on), site: site(id, places) })
const stay = (on: number, s: string, h: string, at: string, more = {}) =>
  c('StartStay', { on: d(on), stayId: s, householdId: h, siteId: at, ...more })

const town = (...commands: Array<Command>) => {
  const told = tell(commands, { recordedAt: '2020-01-01T00:00:00.000Z' })(found('t' as MunicipalityId))
  if (E.isLeft(told)) throw new Error(`set-up refused: ${JSON.stringify(told.left)}`)
  return told.right
}
const verdict = (command: Command, ...given: Array<Command>) => {
  const decision = decide(command, town(...given).registry)
  return E.isLeft(decision) ? decision.left._tag : decision.right.map(e => e.type)
}
const refused = (v: unknown) => typeof v === 'string'

test('a person is in one present household on any day: assigned late into days spent elsewhere', () => {
  expect(refused(verdict(assign(5, 'H2', 'P'), assign(0, 'H1', 'P', 'Q'), change(10, 'H1', 'Q')))).toBe(true)
})
test('a person may join another household after leaving the first', () => {
  expect(refused(verdict(assign(12, 'H2', 'P'), assign(0, 'H1', 'P', 'Q'), change(10, 'H1', 'Q')))).toBe(
    false,
  )
})
test('a late separation may not leave a member in both, where later versions still count him', () => {
  const s = c('SeparateHousehold', { on: d(5), remaining: hh('H1', 'P'), separated: hh('H2', 'Q') })
  expect(refused(verdict(s, assign(0, 'H1', 'P', 'Q'), change(10, 'H1', 'P', 'Q')))).toBe(true)
})
test('a correction may not take the unit promised to another', () => {
  expect(
    refused(
      verdict(
        correct(0, null, 'T'),
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q'),
        list(0, 'F'),
        start(0, 'T', 'H1', 'F', { until: d(10) }),
        propose(20, 'Y', 'H2', 'F'),
      ),
    ),
  ).toBe(true)
})
test('ChangeFlat may not take away a unit that is promised', () => {
  const ch = c('ChangeFlat', { on: d(5), flat: flat('F', { roomsLet: 1 }) })
  expect(
    refused(
      verdict(
        ch,
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q'),
        list(0, 'F', { roomsLet: 2 }),
        propose(1, 'A', 'H1', 'F'),
        propose(1, 'B', 'H2', 'F'),
      ),
    ),
  ).toBe(true)
})
test('CorrectTenancy judges the rules in force on the day again', () => {
  const policy = {
    name: 'p',
    version: '1',
    ranking: [],
    preferences: [],
    rules: [{ rule: 'atLeast', name: 'r', flat: 'rooms', asks: { fixed: 9 }, unit: 'rooms' }],
  }
  expect(
    refused(
      verdict(
        correct(3, 9, 'T'),
        assign(0, 'H1', 'P'),
        list(0, 'F'),
        start(3, 'T', 'H1', 'F'),
        c('AdoptPolicy', { on: d(1), policy }),
      ),
    ),
  ).toBe(true)
})
test('an override of a rule that does not fail is refused, in a correction too', () => {
  expect(
    refused(
      verdict(
        correct(3, 9, 'T', { override: { rule: 'r', reason: 'x' } }),
        assign(0, 'H1', 'P'),
        list(0, 'F'),
        start(3, 'T', 'H1', 'F'),
      ),
    ),
  ).toBe(true)
})
test('a household that leaves does not keep a flat promised for ever', () => {
  const m = town(
    assign(0, 'H1', 'P'),
    list(0, 'F'),
    propose(2, 'Y', 'H1', 'F'),
    c('RecordDeparture', { on: d(9), householdId: 'H1', reason: 'died' }),
  )
  expect(offersOn(m.registry, 17_010).length).toBe(1)
})
test('a placement cannot be agreed before it was proposed', () => {
  expect(
    refused(
      verdict(
        c('AgreePlacement', { on: d(1), placementId: 'Y' }),
        assign(0, 'H1', 'P'),
        list(0, 'F'),
        propose(2, 'Y', 'H1', 'F'),
      ),
    ),
  ).toBe(true)
})
test('a placement of an unknown allocation is refused', () => {
  expect(
    refused(verdict(propose(2, 'Y', 'H1', 'F', { allocationId: 'V' }), assign(0, 'H1', 'P'), list(0, 'F'))),
  ).toBe(true)
})
test('shortening a stay of an overfull site needs no new overflow', () => {
  const cs = c('CorrectStay', { on: d(0), stayId: 'S2', until: d(5), reason: 'x' })
  expect(
    refused(
      verdict(
        cs,
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q'),
        open(0, 'A', 1),
        stay(0, 'S1', 'H1', 'A'),
        stay(0, 'S2', 'H2', 'A', { overflow: 'x' }),
      ),
    ),
  ).toBe(false)
})
test('a death in an overfull site is recorded without more ado', () => {
  expect(
    refused(
      verdict(
        change(5, 'H2', 'Q'),
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q', 'R'),
        open(0, 'A', 1),
        stay(0, 'S1', 'H1', 'A'),
        stay(0, 'S2', 'H2', 'A', { overflow: 'x' }),
      ),
    ),
  ).toBe(false)
})
test('a birth in a full site needs an overflow; later nights count', () => {
  expect(
    verdict(change(5, 'H1', 'P', 'B'), assign(0, 'H1', 'P'), open(0, 'A', 1), stay(9, 'S1', 'H1', 'A')),
  ).toBe('SiteFull')
})
test('a tenancy and a proposal before a known future tenancy do not share a unit', () => {
  expect(
    refused(
      verdict(
        propose(1, 'Y', 'H2', 'F'),
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q'),
        list(0, 'F'),
        start(20, 'T', 'H1', 'F'),
      ),
    ),
  ).toBe(true)
})
test('a unit promised from a later day does not stop a tenancy that is over before', () => {
  expect(
    refused(
      verdict(
        start(1, 'T', 'H1', 'F', { until: d(9) }),
        assign(0, 'H1', 'P'),
        assign(0, 'H2', 'Q'),
        list(0, 'F'),
        propose(20, 'Y', 'H2', 'F'),
      ),
    ),
  ).toBe(false)
})
test('a site does not close on a day before something recorded of it', () => {
  expect(
    refused(
      verdict(
        c('CloseSite', { on: d(5), siteId: 'A' }),
        open(0, 'A', 1),
        c('ChangeSite', { on: d(8), site: site('A', 3) }),
      ),
    ),
  ).toBe(true)
})
test('a household is not known to change after it left', () => {
  expect(
    refused(
      verdict(
        c('RecordDeparture', { on: d(5), householdId: 'H1', reason: 'died' }),
        assign(0, 'H1', 'P'),
        change(8, 'H1', 'P'),
      ),
    ),
  ).toBe(true)
})
test('a household leaves once', () => {
  const leave = (on: number) => c('RecordDeparture', { on: d(on), householdId: 'H1', reason: 'died' })
  expect(verdict(leave(5), assign(0, 'H1', 'P'), leave(8))).toBe('NotPresent')
})
test('a stay that goes on ends when a tenancy starts; events in order', () => {
  expect(
    verdict(
      start(5, 'T', 'H1', 'F', { until: d(9) }),
      assign(0, 'H1', 'P'),
      list(0, 'F'),
      open(0, 'A', 1),
      stay(0, 'S', 'H1', 'A'),
    ),
  ).toEqual(['StayEnded', 'TenancyStarted', 'TenancyEnded'])
})

const depart = (on: number, h: string) =>
  c('RecordDeparture', { on: d(on), householdId: h, reason: 'moved away' })

test('a departure ends the home of the day, and none that has ended before', () => {
  const told = [
    assign(0, 'H', 'P'),
    open(0, 'S', 5),
    stay(0, 'B', 'H', 'S', { until: d(3) }),
    stay(4, 'D', 'H', 'S'),
  ]
  const decision = decide(depart(9, 'H'), town(...told).registry)
  expect(decision).toMatchObject({
    _tag: 'Right',
    right: [{ type: 'StayEnded', data: { on: d(9), stayId: 'D' } }, { type: 'HouseholdLeft' }],
  })
})

test('nobody departs before the last that is known of them', () => {
  const beyond = (on: number, ...told: Array<Command>) => {
    const decision = decide(depart(on, 'H'), town(...told).registry)
    return E.isLeft(decision) && decision.left._tag === 'FactsBeyond' ? decision.left.last : undefined
  }
  const given = [assign(0, 'H', 'P'), change(6, 'H', 'P', 'Q'), change(8, 'H', 'P')]
  expect(beyond(5, ...given)).toBe(d(8))
  expect(beyond(8, ...given)).toBe(d(8))
  expect(beyond(9, ...given)).toBeUndefined()
  const placed = [assign(0, 'H', 'P'), list(0, 'F'), propose(4, 'V', 'H', 'F')]
  expect([3, 4].map(on => beyond(on, ...placed))).toEqual([d(4), undefined])
  const housed = [
    assign(0, 'H', 'P'),
    open(0, 'S', 5),
    stay(1, 'B', 'H', 'S', { until: d(7) }),
    stay(7, 'D', 'H', 'S'),
  ]
  expect([6, 7, 8].map(on => beyond(on, ...housed))).toEqual([d(8), d(8), undefined])
  expect([6, 7].map(on => beyond(on, ...housed.slice(0, 3)))).toEqual([d(7), undefined])
})
