import { migrate, onlyAs, sqlStore } from 'einzug/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { service } from '../../examples/service.ts'
import { type OwnDatabase, ownDatabase, postgresIsThere } from '../support/postgres.ts'

const on = '2016-01-04'
const flat = (id: string) => ({
  id: `list ${id}`,
  type: 'ListFlat',
  data: { on, flat: { id, district: 'Mitte', area: 50, rooms: 2, rent: { cold: 40_000 } } },
})
const household = (id: string) => ({
  id: `assign ${id}`,
  type: 'AssignHousehold',
  data: {
    on,
    regime: 'AsylbLG',
    household: { id, members: [{ id: `${id}/1`, age: { known: 'group', group: 'adult' } }] },
  },
})
const move = (id: string, householdId: string, flatId: string) => ({
  id,
  type: 'StartTenancy',
  data: { on: '2016-02-01', tenancyId: `T ${id}`, householdId, flatId },
})

describe.skipIf(!postgresIsThere)('two services on one database', () => {
  let own: OwnDatabase
  const apps: Array<ReturnType<typeof service>> = []
  const addresses: Array<string> = []
  beforeAll(async () => {
    own = await ownDatabase()
    await migrate(own.pool())()
    for (let k = 0; k < 2; k++) {
      const app = service(sqlStore(own.pool()))
      apps.push(app)
      addresses.push(await app.listen({ host: '127.0.0.1', port: 0 }))
    }
  })
  afterAll(async () => {
    await Promise.all(apps.map(app => app.close()))
    await own.drop()
  })
  const post = async (at: number, body: unknown) => {
    const answer = await fetch(`${addresses[at] ?? ''}/town/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-actor': 'Ahlers' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> }
  }

  test('never give away the same flat: who is too late is told 409, and why', async () => {
    expect(await post(0, [flat('F1'), household('H1'), household('H2')])).toMatchObject({ status: 200 })
    const answers = await Promise.all([post(0, [move('a', 'H1', 'F1')]), post(1, [move('b', 'H2', 'F1')])])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.body['reason']).toBe('Refused')
    expect(late?.body['sentence']).toMatch(/^Flat F1 has 1 unit, taken on 2016-02-01 by T [ab]\.$/)
    const figure = (await (await fetch(`${addresses[1] ?? ''}/town/decentral/2016-12-31`)).json()) as object
    expect(figure).toMatchObject({ numerator: 1, denominator: 2 })
  })

  test('a command that is sent twice is done once', async () => {
    const answers = await Promise.all([post(0, [flat('F2')]), post(1, [flat('F2')]), post(0, [flat('F2')])])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(
      answers.filter(({ body }) => (body['repeated'] as ReadonlyArray<string>).length === 0),
    ).toHaveLength(1)
  })

  test('what is no command is told 400, with where and what, and not what was found', async () => {
    const bad = { ...flat('F3'), data: { on: 'SECRET' } }
    const answer = await post(0, [bad])
    expect(answer.status).toBe(400)
    expect(answer.body['issues']).toContainEqual({ path: [0, 'data', 'on'], expected: 'a day (YYYY-MM-DD)' })
    expect(JSON.stringify(answer.body)).not.toContain('SECRET')
    expect((await post(0, { not: 'a list' })).status).toBe(400)
  })

  test('who may not is told 403', async () => {
    const app = service(sqlStore(own.pool()), onlyAs({ Brandt: ['ListFlat'] }))
    const answer = await app.inject({
      method: 'POST',
      url: '/town/commands',
      headers: { 'x-actor': 'Ahlers' },
      payload: [flat('F9')],
    })
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { reason: 'NotAllowed' }])
    await app.close()
  })
})
