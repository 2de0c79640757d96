import type { CommandId } from '../../domain/id.ts'
import { atMostEvery } from '../at-most-every.ts'
import type { Backend, Outcome, Stamped } from '../backend.ts'
import { bell } from '../bell.ts'
import type { EventStore } from '../event-store.ts'
import { pause } from '../pause.ts'
import { storeOn } from '../store-on.ts'
import { asLines, documentsIn } from './row.ts'
import { only, type Sql, type SqlPlace, schemaIn } from './sql.ts'

/**
 * How a store on PostgreSQL is read.
 *
 * @category sql
 */
export interface SqlOptions extends SqlPlace {
  /** After how many milliseconds a subscription looks for news of other processes. Default 200. */
  readonly poll?: number
  /**
   * Has `wake` called when the database notifies a channel (`LISTEN`), so that subscriptions need not wait for the next
   * look: `(channel, wake) => db.listen(channel, wake)` of a PGlite, or of a client of `pg` its `notification` event. The
   * first news come at once; what follows them sooner than `poll`, with the next look.
   */
  readonly listen?: (channel: string, wake: () => void) => Promise<unknown>
}

/** How many rows are fetched at a time. */
const page = 5000

/**
 * A store on PostgreSQL, or on PGlite within the process, whose tables {@link migrate} has made. One append is one
 * statement, hence one round trip and one transaction; appends to different streams do not wait for one another. Instants
 * are those of the database's clock. A replica can be asked for streams, but not for the order of all (`readAll`,
 * `subscribe`): only the server that is written to knows what is still being written.
 *
 * @category sql
 */
export const sqlStore = (sql: Sql, options: SqlOptions = {}): EventStore => storeOn(backendOn(sql, options))

const backendOn = (sql: Sql, { poll = 200, listen, ...place }: SqlOptions): Backend => {
  const schema = schemaIn(place)
  const table = `${schema}.event`
  // see `appendFunction`; lists of plain words and numbers go as one text each, for drivers take lists differently
  const append = `select ${schema}.append($1, $2, string_to_array($3, ','), string_to_array($4, ',')::integer[], $5::jsonb)::text as outcome`
  const { ring, heard } = bell()
  // what follows a notice sooner than others look is found as soon without one, and a notice costs as much as five appends
  const announce = atMostEvery(poll, () => sql.query(notify, [schema, '']))
  let listening = false

  const documents = async (
    which: string,
    order: string,
    parameters: ReadonlyArray<unknown>,
  ): Promise<ReadonlyArray<unknown>> => {
    const { rows } = await sql.query(asLines(table, which, order), parameters)
    return documentsIn(rows as ReadonlyArray<{ readonly lines: string }>)
  }

  /** A unique key was broken: that of a command, unless the table was written to by somebody else. */
  const handledOr = async (thrown: unknown, stream: string, contents: string): Promise<Outcome> => {
    if ((thrown as { readonly code?: unknown }).code === '23505') {
      const text = `select ${schema}.known($1, $2::jsonb) as known`
      const { known } = await only<{ readonly known: CommandId | null }>(sql.query(text, [stream, contents]))
      if (known !== null) return { _tag: 'Handled', commandId: known }
    }
    throw thrown // eslint-disable-line functional/no-throw-statements -- a promise that fails
  }

  return {
    append: async (stream, expected, entries) => {
      const contents = `[${entries.map(({ text }) => text).join(',')}]`
      const digests = entries.map(({ digest }) => digest).join(',')
      const nths = entries.map(({ nth }) => nth).join(',')
      const answered = await only<{ readonly outcome: string }>(
        sql.query(append, [stream, expected, digests, nths, contents]),
      ).then(
        ({ outcome }) => answerOf(JSON.parse(outcome) as Answer),
        (thrown: unknown) => handledOr(thrown, stream, contents),
      )
      if (answered._tag === 'Stamped') {
        ring()
        announce()
      }
      return answered
    },
    stored: async (stream, first, last) => {
      const all: Array<unknown> = []
      for (let next = first; next <= last; next += page) {
        const part = await documents('stream = $1 and version between $2 and $3', 'version', [
          stream,
          Math.min(next, whole),
          Math.min(last, next + page - 1, whole),
        ])
        for (const each of part) all.push(each)
        if (part.length < page) break
      }
      return all
    },
    storedAfter: async (position, limit) => {
      const settled = await only<{ readonly end: string }>(
        sql.query(`select ${schema}.settled()::text as end`),
      )
      return documents('position > $1 and position < $2 order by position limit $3', 'position', [
        position,
        settled.end,
        limit,
      ])
    },
    storedBy: (stream, commandId) => documents('stream = $1 and command_id = $2', 'nth', [stream, commandId]),
    news: async signal => {
      if (!listening) {
        listening = true
        listen?.(schema, ring).catch(() => undefined) // then it is looked for news as often as without
      }
      const stop = new AbortController()
      const end = (): void => {
        stop.abort()
      }
      signal?.addEventListener('abort', end)
      if (signal?.aborted === true) end()
      await Promise.race([heard(stop.signal), pause(poll, stop.signal)])
      signal?.removeEventListener('abort', end)
      end()
    },
  }
}

/** The greatest version there can be. */
const whole = 2_147_483_647

/** News that are lost in a crash are found by the next look: no commit of an append waits for the disk on their account. */
const notify = "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)"

/** What the function says, see `appendFunction`. */
type Answer = Omit<Stamped, '_tag'> | { readonly handled: CommandId } | { readonly actual: number }

const answerOf = (answer: Answer): Outcome => {
  if ('handled' in answer) return { _tag: 'Handled', commandId: answer.handled }
  if ('actual' in answer) return { _tag: 'Stale', actual: answer.actual }
  return { _tag: 'Stamped', ...answer }
}
