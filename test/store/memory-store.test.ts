import type { MunicipalityId } from 'einzug'
import { memoryStore } from 'einzug/store'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { runLaws } from './run-laws.ts'
import { siteClosed } from './site-closed.ts'

const store = memoryStore()
runLaws('memory', () => store, 40)

const stream = 'town' as MunicipalityId
describe('a store in memory', () => {
  test('keeps instants in order where the clock goes back', async () => {
    const times = [5000, 1000, 7000]
    const own = memoryStore({ now: () => times.shift() ?? 0 })
    for (const version of [0, 1, 2]) await own.append(stream, version, [siteClosed(`c${version}`)])()
    const read = await own.read(stream)()
    expect(E.isRight(read) && read.right.map(({ envelope }) => envelope.recordedAt.slice(17, 19))).toEqual([
      '05',
      '05',
      '07',
    ])
  })

  test('holds on to nothing that it was given or that it gave', async () => {
    const own = memoryStore()
    const given = siteClosed('c1')
    const appended = await own.append(stream, 0, [given])()
    Object.assign(given.data, { siteId: 'S2' })
    if (E.isRight(appended)) Object.assign(appended.right.events[0]?.data ?? {}, { siteId: 'S3' })
    const read = await own.read(stream)()
    expect(E.isRight(read) && read.right[0]?.data).toEqual({ on: '2016-01-04', siteId: 'S1' })
  })
})
