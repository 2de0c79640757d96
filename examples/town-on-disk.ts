// A town that lives in a folder: `npm run example:town -- FOLDER`. Run it again, and it goes on where it was.
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { census, fold, type IsoDay, type MunicipalityId, population } from 'einzug'
import { decodeCommands } from 'einzug/codec'
import {
  audit,
  failureSentence,
  migrate,
  municipality,
  snapshotsIn,
  sqlSnapshots,
  sqlStore,
} from 'einzug/store'
import { either as E } from 'fp-ts'

const stream = 'duelmen' as MunicipalityId

/** Opens the town in a folder, tells it of one more household, and says what its log holds now. */
export const oneMoreHousehold = async (folder: string): Promise<ReadonlyArray<string>> => {
  const db = await PGlite.create(folder)
  try {
    const migrated = await migrate(db)()
    if (E.isLeft(migrated)) return [failureSentence(migrated.left)]
    const store = sqlStore(db)
    const town = municipality(store, stream, { snapshots: snapshotsIn(sqlSnapshots(db)) })

    const before = await store.read(stream)()
    const number = E.isRight(before) ? before.right.length + 1 : 1
    const household = {
      id: `H${number}`,
      members: [{ id: `P${number}`, age: { known: 'birth', born: '1984-05-01' } }],
    }
    const data = { on: '2016-03-02', regime: 'AsylbLG', household }
    const decoded = decodeCommands([{ id: `assign ${number}`, type: 'AssignHousehold', data }])
    if (E.isLeft(decoded)) return ['the command is not one']
    const told = await town.tell(decoded.right.accepted, { actor: 'example' })()
    if (E.isLeft(told)) return [failureSentence(told.left)]

    const [events, head] = [await store.read(stream)(), await audit(store, stream)()]
    if (E.isLeft(events)) return [failureSentence(events.left)]
    if (E.isLeft(head)) return [failureSentence(head.left)]
    const { count } = population('2016-12-31' as IsoDay, 'persons')(fold(census)(events.right))
    return [
      `version ${told.right.version}, ${count} ${count === 1 ? 'person' : 'persons'}`,
      `audited up to ${head.right.hash.slice(0, 12)}…`,
    ]
  } finally {
    await db.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) {
    console.error('npm run example:town -- FOLDER')
    process.exitCode = 2
  } else for (const line of await oneMoreHousehold(folder)) console.log(line)
}
