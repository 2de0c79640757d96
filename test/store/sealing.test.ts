import {
  census,
  decentralIntake,
  decentralStock,
  flatOccupancy,
  flatsLet,
  fold,
  type HouseholdId,
  type IsoDay,
  type MunicipalityId,
  population,
  type Recorded,
  regimeChanges,
  siteOccupancy,
  waiting,
} from 'einzug'
import {
  audit,
  failureSentence,
  memoryKeys,
  memoryStore,
  municipality,
  type NewEvent,
  sealing,
} from 'einzug/store'
import { accepted, storeLaws } from 'einzug/testing'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { born, personalCommands, secret } from './personal.ts'
import { right } from './right.ts'

const stream = 'town' as MunicipalityId

const days = ['2016-01-10', '2016-01-20', '2016-02-09'] as ReadonlyArray<string> as ReadonlyArray<IsoDay>
const period = { from: '2016-01-01' as IsoDay, until: '2016-03-01' as IsoDay }

const figures = (events: ReadonlyArray<Recorded>): unknown => {
  const all = fold(census)(events)
  return [
    days.map(day => [
      population(day, 'persons')(all),
      decentralStock(day, 'persons')(all),
      decentralStock(day, 'households')(all),
      flatOccupancy(day, 'persons')(all),
      siteOccupancy(day)(all),
      waiting(day, 'persons')(all),
    ]),
    decentralIntake(period, 'persons')(all),
    flatsLet(period)(all),
    regimeChanges('AsylbLG', 'SGB II', period, 'persons')(all),
  ]
}

const newEvents = (events: ReadonlyArray<Recorded>): ReadonlyArray<NewEvent> =>
  events.map(({ envelope, ...event }) => ({ ...event, envelope: { commandId: envelope.commandId } }))

describe('a sealed log', () => {
  test('shows everything to who has the keys, and nothing personal without them; figures need none', async () => {
    await fc.assert(
      fc.asyncProperty(personalCommands, async sequence => {
        const { events } = accepted(sequence)
        const below = memoryStore()
        const { store } = sealing(below, memoryKeys())
        right(await store.append(stream, 0, newEvents(events))())
        const read = right(await store.read(stream)())
        expect(read.map(({ data }) => data)).toEqual(events.map(({ data }) => data))
        const open = right(await below.read(stream)())
        expect(JSON.stringify(open)).not.toContain(secret)
        expect(JSON.stringify(open)).not.toContain(born)
        expect(figures(open)).toEqual(figures(read))
      }),
      { numRuns: 40 },
    )
  })

  test('forgets a household for good: the chain holds, the figures stay, the others too', async () => {
    await fc.assert(
      fc.asyncProperty(personalCommands, fc.constantFrom('H1', 'H2', 'H3'), async (sequence, name) => {
        const household = name as HouseholdId
        const { events } = accepted(sequence)
        const below = memoryStore()
        const { store, forget, disclose } = sealing(below, memoryKeys())
        right(await store.append(stream, 0, newEvents(events))())
        const before = right(await store.read(stream)())
        const head = right(await audit(store, stream)())
        const theirs = right(await disclose(stream, household)()).events
        right(await forget(stream, household)())
        const after = right(await store.read(stream)())
        expect(right(await audit(store, stream, [head])())).toEqual(head)
        expect(figures(after)).toEqual(figures(before))
        const versions = new Set(theirs.map(({ envelope }) => envelope.version))
        for (const [at, event] of after.entries()) {
          if (versions.has(at + 1)) expect(JSON.stringify(event)).not.toMatch(/SECRET|1984-05-17/)
          else expect(event).toEqual(before[at])
        }
        expect(JSON.stringify(right(await disclose(stream, household)()))).not.toMatch(/SECRET|1984-05-17/)
        // and what is reported of it later is not kept either
        const arrival = events.find(({ type }) => type === 'HouseholdAssigned')
        if (arrival?.type !== 'HouseholdAssigned') return
        const later = {
          type: 'HouseholdChanged',
          data: { ...arrival.data, household: { ...arrival.data.household, id: household }, reason: 'needs' },
          envelope: { commandId: 'later' },
        } as unknown as NewEvent
        const told = right(await store.append(stream, events.length, [later])())
        expect(JSON.stringify(told)).not.toMatch(/SECRET|1984-05-17/)
      }),
      { numRuns: 40 },
    )
  })

  test('keeps the laws of a store', async () => {
    const known = storeLaws(sealing(memoryStore(), memoryKeys()).store, {
      events: [
        'HouseholdAssigned',
        'HouseholdChanged',
        'TenancyStarted',
        'StayStarted',
        'FlatListed',
        'SiteClosed',
      ],
    })
    for (const law of Object.values(known)) await fc.assert(law, { numRuns: 8 })
  })

  test('refuses notes about somebody that it does not know', async () => {
    const annul = {
      type: 'TenancyAnnulled',
      data: { on: '2016-01-04', tenancyId: 'T9', reason: secret },
      envelope: { commandId: 'c1' },
    } as unknown as NewEvent
    expect(await sealing(memoryStore(), memoryKeys()).store.append(stream, 0, [annul])()).toEqual(
      E.left({
        _tag: 'Invalid',
        issues: [{ path: ['events', 0, 'data'], expected: 'somebody whom it is about' }],
      }),
    )
  })

  test('knows whose a tenancy is from the log, in a new process too', async () => {
    const [below, keys] = [memoryStore(), memoryKeys()]
    const started = {
      type: 'TenancyStarted',
      data: { on: '2016-01-04', tenancyId: 'T1', householdId: 'H1', flatId: 'F1' },
      envelope: { commandId: 'c1' },
    } as unknown as NewEvent
    const annulled = {
      type: 'TenancyAnnulled',
      data: { on: '2016-01-04', tenancyId: 'T1', reason: secret },
      envelope: { commandId: 'c2' },
    } as unknown as NewEvent
    right(await sealing(below, keys).store.append(stream, 0, [started])())
    right(await sealing(below, keys).store.append(stream, 1, [annulled])())
    expect(right(await below.read(stream)())[1]?.envelope.sealed?.of).toBe('H1')
  })

  test('a sealed part that was changed, or moved to another event, is corrupt', async () => {
    const [below, keys] = [memoryStore(), memoryKeys()]
    const { store } = sealing(below, keys)
    const said = (id: string, householdId: string) =>
      ({
        type: 'TenancyStarted',
        data: {
          on: '2016-01-04',
          tenancyId: id,
          householdId,
          flatId: 'F1',
          override: { rule: 'r', reason: secret },
        },
        envelope: { commandId: id },
      }) as unknown as NewEvent
    right(await store.append(stream, 0, [said('T1', 'H1'), said('T2', 'H2')])())
    const [one, two] = right(await below.read(stream)())
    const box = two?.envelope.sealed?.box ?? ''
    for (const wrong of [box, `${box.startsWith('A') ? 'B' : 'A'}${box.slice(1)}`]) {
      const own = memoryStore()
      const envelope = { commandId: 'T1', sealed: { of: one?.envelope.sealed?.of, box: wrong } }
      right(await own.append(stream, 0, [{ ...one, envelope } as unknown as NewEvent])())
      expect(await sealing(own, keys).store.read(stream)()).toEqual(
        E.left({ _tag: 'Corrupt', stream, version: 1, why: 'the sealed part does not open' }),
      )
    }
  })

  test('forgetting and disclosing are for those who may', async () => {
    const { forget, disclose } = sealing(memoryStore(), memoryKeys(), { may: actor => actor === 'Ahlers' })
    expect(await forget(stream, 'H1' as HouseholdId, 'Brandt')()).toEqual(
      E.left({ _tag: 'NotAllowed', action: 'Forget' }),
    )
    expect(await disclose(stream, 'H1' as HouseholdId)()).toEqual(
      E.left({ _tag: 'NotAllowed', action: 'Disclose' }),
    )
    expect(E.isRight(await forget(stream, 'H1' as HouseholdId, 'Ahlers')())).toBe(true)
  })
})

describe('what fails', () => {
  test('says nothing personal, neither in its sentence nor as data', async () => {
    await fc.assert(
      fc.asyncProperty(personalCommands, async sequence => {
        const desk = municipality(memoryStore(), stream, { retries: { attempts: 1 } })
        for (const command of sequence) {
          const outcome = await desk.tell([command], { actor: secret })()
          if (E.isRight(outcome)) continue
          for (const text of [failureSentence(outcome.left), JSON.stringify(outcome.left)])
            expect(text).not.toMatch(/SECRET|1984-05-17/)
        }
        const bad = {
          ...sequence[0],
          data: { on: secret, household: { id: secret, members: [{ age: born }] } },
        }
        const refused = await memoryStore().append(stream, 0, [bad as unknown as NewEvent])()
        expect(JSON.stringify(refused)).not.toMatch(/SECRET|1984-05-17/)
      }),
      { numRuns: 40 },
    )
  })
})
