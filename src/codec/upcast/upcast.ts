import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Envelope } from '../../event/envelope.ts'
import { schemaOf } from '../../event/envelope.ts'
import type { HousingEvent } from '../../event/event.ts'
import { decode } from '../decode.ts'
import { Recorded } from '../envelope.ts'
import { type Issue, type Issues, issuesOf } from '../issue.ts'
import { payloads } from '../payload.ts'
import { adoptBy } from '../reading.ts'
import { whole, words } from '../scalar.ts'
import { object, own } from '../structure.ts'
import { flatListed2 } from './flat-listed.ts'

type Type = HousingEvent['type']

/** Brings the data of an event from one schema to the next. Paths of issues begin inside the data. */
type Upcaster = (data: unknown) => Either<Issues, unknown>

/** For each type the steps from schema 1 to the current one, in their order. */
export const upcasters: { readonly [T in Type]?: ReadonlyArray<Upcaster> } = { FlatListed: [flatListed2] }

interface Head {
  readonly type: Type
  readonly envelope: Pick<Envelope, 'schema'>
}

const Head = /* @__PURE__ */ object<Head>('a recorded event', {
  type: /* @__PURE__ */ words<Type>(payloads),
  envelope: /* @__PURE__ */ object<Head['envelope']>('an envelope', {
    schema: /* @__PURE__ */ whole('a whole number', 1, Number.MAX_SAFE_INTEGER),
  }),
})

const inData = (issue: Issue): Issue => ({ ...issue, path: ['data', ...issue.path] })

/**
 * Brings a stored event to the current schema of its type, step by step. Only what a step needs is checked; the
 * rest is left as it was stored, and an event of the current schema is returned as it is.
 *
 * Fails if there is no telling its type or schema, if the schema is newer than this version of the library
 * knows, or if a step does not find what it needs.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { upcast } from 'einzug/codec'
 * const old = { type: 'FlatListed', data: { flat: { rent: 48000 } }, envelope: { schema: 1 } }
 * const now = { type: 'FlatListed', data: { flat: { rent: { cold: 48000 } } }, envelope: { schema: 2 } }
 * upcast(old) // => E.right(now)
 * const issue = { path: ['envelope', 'schema'], expected: 'a schema up to 2', found: 3 }
 * upcast({ ...now, envelope: { schema: 3 } }) // => E.left([issue])
 * ```
 * @category stored events
 */
export const upcast = (stored: unknown): Either<Issues, unknown> =>
  isCurrent(stored) ? E.right(stored) : upcastFrom(stored)

/** Most of what is stored is of the current schema: told without a codec. */
const isCurrent = (stored: unknown): boolean => {
  const type = own(stored, 'type')
  return (
    typeof type === 'string' &&
    Object.hasOwn(payloads, type) &&
    own(own(stored, 'envelope'), 'schema') === schemaOf(type as Type)
  )
}

const upcastFrom = (stored: unknown): Either<Issues, unknown> =>
  E.chain(({ type, envelope: { schema } }: Head): Either<Issues, unknown> => {
    const current = schemaOf(type)
    if (schema === current) return E.right(stored)
    if (schema > current) {
      return E.left([{ path: ['envelope', 'schema'], expected: `a schema up to ${current}`, found: schema }])
    }
    const { data, envelope, ...rest } = stored as { readonly data: unknown; readonly envelope: object }
    const steps = (upcasters[type] as ReadonlyArray<Upcaster>).slice(schema - 1)
    return E.bimap(
      (issues: Issues): Issues => [inData(issues[0]), ...issues.slice(1).map(inData)],
      (data: unknown): unknown => ({ ...rest, data, envelope: { ...envelope, schema: current } }),
    )(steps.reduce<Either<Issues, unknown>>((sofar, step) => E.chain(step)(sofar), E.right(data)))
  })(decode(Head)(stored))

/**
 * Reads an event as a log has stored it, of any schema up to the current one.
 *
 * What is as it should be already is given back itself, not a copy of it: the document belongs to the reader then.
 *
 * Fails where {@link upcast} does, and with everything that is wrong after it.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decodeStored } from 'einzug/codec'
 * const flat = { id: 'F1', district: 'Mitte', area: 74, rooms: 3 }
 * const envelope = { stream: 'Dülmen', version: 1, recordedAt: '2016-03-01T09:30:00.000Z', commandId: 'C1' }
 * const listed = (rent: unknown) => ({ type: 'FlatListed', data: { on: '2016-03-01', flat: { ...flat, rent } } })
 * const first = { ...listed(48000), envelope: { ...envelope, schema: 1 } }
 * decodeStored(first) // => E.right({ ...listed({ cold: 48000 }), envelope: { ...envelope, schema: 2 } })
 * ```
 * @category stored events
 */
export const decodeStored = (stored: unknown): Either<Issues, Recorded> => {
  const current = upcast(stored)
  if (E.isLeft(current)) return current
  const recorded = adopt(current.right)
  return E.isLeft(recorded) ? E.left(issuesOf(recorded.left)) : recorded
}

const adopt = /* @__PURE__ */ adoptBy(Recorded)
