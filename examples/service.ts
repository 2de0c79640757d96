// A small HTTP service on PostgreSQL: `DATABASE_URL=postgres://… npm run example:service`. Any number of them may run on
// one database. It asks nobody who they are: put what does in front of it, and `roles` in.
import { pathToFileURL } from 'node:url'
import { census, decentralStock, fold, id, isoDay, type MunicipalityId } from 'einzug'
import { decodeCommands, issueSentence } from 'einzug/codec'
import {
  type EventStore,
  failureSentence,
  type May,
  migrate,
  municipality,
  type StoredMunicipality,
  sqlStore,
  type TellFailure,
} from 'einzug/store'
import fastify, { type FastifyInstance } from 'fastify'
import { either as E } from 'fp-ts'
import pg from 'pg'

/** What went wrong, as HTTP says it: who asked is at fault, may not, was too late, or nobody answers. */
const statusOf: Readonly<Record<TellFailure['_tag'], number>> = {
  Invalid: 400,
  NotAllowed: 403,
  Refused: 409,
  Conflict: 409,
  DuplicateCommand: 409,
  Corrupt: 500,
  Unavailable: 503,
}

const reasonOf = (failure: TellFailure) => ({ reason: failure._tag, sentence: failureSentence(failure) })

/** `roles` says who may do what; without them everyone may do everything. */
export const service = (store: EventStore, roles?: May): FastifyInstance => {
  const desks = new Map<string, StoredMunicipality>()
  const deskOf = (name: MunicipalityId): StoredMunicipality => {
    const desk = desks.get(name) ?? municipality(store, name, roles === undefined ? {} : { may: roles })
    desks.set(name, desk)
    return desk
  }
  const app = fastify()

  app.post<{ Params: { name: string } }>('/:name/commands', async (request, reply) => {
    const name = id<MunicipalityId>(request.params.name)
    if (name._tag === 'None') return reply.code(404).send({ reason: 'NoSuchMunicipality' })
    const decoded = decodeCommands(request.body)
    if (E.isLeft(decoded))
      return reply.code(400).send({ reason: 'NotCommands', sentence: issueSentence(decoded.left[0]) })
    const { accepted, rejected } = decoded.right
    const wrong = rejected.flatMap(({ index, issues }) =>
      issues.map(({ path, expected }) => ({ path: [index, ...path], expected })),
    )
    if (wrong.length > 0) return reply.code(400).send({ reason: 'NotCommands', issues: wrong })
    const actor = request.headers['x-actor']
    const told = await deskOf(name.value).tell(accepted, typeof actor === 'string' ? { actor } : {})()
    if (E.isLeft(told)) return reply.code(statusOf[told.left._tag]).send(reasonOf(told.left))
    const { version, repeated, events } = told.right
    return reply.send({ version, repeated, events: events.map(({ type }) => type) })
  })

  app.get<{ Params: { name: string; on: string } }>('/:name/decentral/:on', async (request, reply) => {
    const [name, on] = [id<MunicipalityId>(request.params.name), isoDay(request.params.on)]
    if (name._tag === 'None' || on._tag === 'None') return reply.code(404).send({ reason: 'NoSuchFigure' })
    const events = await store.read(name.value)()
    if (E.isLeft(events)) return reply.code(statusOf[events.left._tag]).send(reasonOf(events.left))
    return reply.send(decentralStock(on.value, 'persons')(fold(census)(events.right)))
  })

  return app
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], query_timeout: 10_000 })
  pool.on('error', error => {
    console.error(`a connection was lost: ${error.name}`)
  })
  const migrated = await migrate(pool)()
  if (E.isLeft(migrated)) throw new Error(failureSentence(migrated.left))
  const port = Number(process.env['PORT'] ?? 8080)
  console.log(await service(sqlStore(pool)).listen({ host: '127.0.0.1', port }))
}
