// Appends one event after the other until it is killed, and says which were acknowledged:
//   node --import tsx appender.ts pglite FOLDER | postgres URL
import { writeSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import type { MunicipalityId } from 'einzug'
import { migrate, type NewEvent, type Sql, sqlStore } from 'einzug/store'
import { either as E } from 'fp-ts'
import pg from 'pg'

const [kind = '', place = ''] = process.argv.slice(2)
const stream = 'town' as MunicipalityId
const sql: Sql =
  kind === 'pglite' ? await PGlite.create(place) : new pg.Pool({ connectionString: place, max: 1 })
await migrate(sql)()
const store = sqlStore(sql)

const read = await store.read(stream)()
let version = E.isRight(read) ? read.right.length : -1
writeSync(1, `ready ${version}\n`)
for (;;) {
  const event = {
    type: 'SiteClosed',
    data: { on: '2016-01-04', siteId: 'S1' },
    envelope: { commandId: `c${version + 1}` },
  } as unknown as NewEvent
  const outcome = await store.append(stream, version, [event])()
  if (E.isLeft(outcome)) {
    writeSync(1, `failed ${outcome.left._tag}\n`)
    process.exit(1)
  }
  version = outcome.right.version
  writeSync(1, `done ${version}\n`)
}
