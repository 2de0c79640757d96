import { CommandHandler, getInMemoryEventStore } from '@event-driven-io/emmett'
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql'
import { type Command, type MunicipalityId, replay } from 'einzug'
import { emmettStore, toEmmett } from 'einzug/emmett'
import { audit, type EventStore } from 'einzug/store'
import { accepted, commands } from 'einzug/testing'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLaws } from '../store/run-laws.ts'
import { siteClosed } from '../store/site-closed.ts'
import { type OwnDatabase, ownDatabase, postgresIsThere } from '../support/postgres.ts'

const stream = 'town' as MunicipalityId
describe("a store on Emmett's in memory", () => {
  const store = emmettStore(getInMemoryEventStore())
  runLaws("Emmett's in memory", () => store, 15, false)

  test('can be audited, and says that it has no order of all streams', async () => {
    await store.append(stream, 0, [siteClosed('a'), siteClosed('b')])()
    expect(await audit(store, stream)()).toMatchObject({ right: { version: 2 } })
    expect(await store.readAll()()).toEqual(E.left({ _tag: 'Unavailable', why: 'unordered' }))
  })
})

describe.skipIf(!postgresIsThere)("a store on Emmett's PostgreSQL", () => {
  let own: OwnDatabase
  let emmett: PostgresEventStore
  let store: EventStore
  beforeAll(async () => {
    own = await ownDatabase()
    emmett = getPostgreSQLEventStore(own.url)
    store = emmettStore(emmett)
    await store.append('first' as MunicipalityId, 0, [siteClosed('a')])() // makes its tables
  })
  afterAll(async () => {
    await emmett.close()
    await own.drop()
  })
  runLaws("Emmett's PostgreSQL", () => store, 3, false)

  test('of two who create a stream at once one succeeds', async () => {
    for (let k = 0; k < 10; k++) {
      const name = `race ${k}` as MunicipalityId
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map(id => store.append(name, 0, [siteClosed(id)])()),
      )
      expect(outcomes.filter(E.isRight)).toHaveLength(1)
      const read = await store.read(name)()
      expect(E.isRight(read) && read.right.length).toBe(1)
    }
  })
})

describe('the decider in the form of Emmett', () => {
  test('makes the same log, told by its command handler', async () => {
    await fc.assert(
      fc.asyncProperty(commands({ maxLength: 20 }), async sequence => {
        const emmett = getInMemoryEventStore()
        const { decide, evolve, initialState } = toEmmett()
        const handle = CommandHandler({ evolve, initialState })
        for (const command of sequence)
          await handle(emmett, 'town', (state: ReturnType<typeof initialState>) =>
            decide(command, state),
          ).catch((thrown: unknown) => {
            expect(thrown).toHaveProperty('refusal')
          })
        const { events } = await emmett.readStream('town')
        const town = accepted(sequence)
        expect(events.map(({ type, data }) => ({ type, data }))).toEqual(
          town.events.map(({ type, data }) => ({ type, data })),
        )
        expect(events.reduce<ReturnType<typeof initialState>>(evolve as never, initialState())).toEqual(
          replay(town.events),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('a refusal is thrown, with its sentence and reason', () => {
    const { decide, initialState } = toEmmett()
    const close = {
      type: 'CloseSite',
      id: 'c1',
      data: { on: '2016-01-04', siteId: 'S1' },
    } as unknown as Command
    expect(() => decide(close, initialState())).toThrow('There is no site S1.')
  })
})
