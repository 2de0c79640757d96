import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { NewEnvelope } from '../codec/envelope.ts'
import { decode, HousingEvent, type Issues, MunicipalityId } from '../codec/index.ts'
import { own } from '../codec/structure.ts'
import { schemaOf } from '../event/envelope.ts'
import type { NewEvent } from './event-store.ts'
import type { Invalid, Misfit } from './failure.ts'
import { type Content, contentOf } from './link.ts'

/**
 * An event that is ready to be stored. `nth` counts the events of its command, from 0; `digest` is that of its content.
 *
 * @category stores of one's own
 */
export interface Entry {
  readonly content: Content
  readonly nth: number
  readonly digest: string
}

const misfits = (prefix: Misfit['path'], issues: Issues): ReadonlyArray<Misfit> =>
  issues.map(({ path, expected }) => ({ path: [...prefix, ...path], expected }))

/** JSON escapes halves of characters that stand alone, and nothing else of their kind. */
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

const invalid = (issues: ReadonlyArray<Misfit>): Invalid => ({ _tag: 'Invalid', issues })

const read = <A>(codec: t.Type<A>, prefix: Misfit['path'], input: unknown): Either<Invalid, A> =>
  E.mapLeft((issues: Issues) => invalid(misfits(prefix, issues)))(decode(codec)(input))

/**
 * Checks what is to be appended, whoever made it: the stream's id, the version, each event by its codec. What is stored
 * shares nothing with what was given, and has no keys but those that its type names.
 */
export const entriesFor = (
  stream: MunicipalityId,
  expected: number,
  events: ReadonlyArray<NewEvent>,
): Either<Invalid, ReadonlyArray<Entry>> => {
  const name = read(MunicipalityId, ['stream'], stream)
  if (E.isLeft(name)) return name
  if (!Number.isSafeInteger(expected) || expected < 0)
    return E.left(invalid([{ path: ['expectedVersion'], expected: 'a version (0: none yet)' }]))
  if (!Array.isArray(events)) return E.left(invalid([{ path: ['events'], expected: 'a list of events' }]))
  const entries: Array<Entry> = []
  const last = new Map<string, number>()
  for (const [at, given] of (events as ReadonlyArray<unknown>).entries()) {
    const path = ['events', at]
    const event = read(HousingEvent, path, given)
    if (E.isLeft(event)) return event
    const envelope = read(NewEnvelope, [...path, 'envelope'], own(given, 'envelope'))
    if (E.isLeft(envelope)) return envelope
    const { commandId } = envelope.right
    const before = entries.at(-1)
    const nth = before?.content.commandId === commandId ? before.nth + 1 : 0
    if (nth === 0 && last.has(commandId))
      return E.left(
        invalid([
          {
            path: [...path, 'envelope', 'commandId'],
            expected: 'the events of a command one after the other',
          },
        ]),
      )
    last.set(commandId, at)
    const { type, data } = event.right
    const content: Content = {
      stream,
      version: expected + at + 1,
      schema: schemaOf(type),
      type,
      data,
      ...envelope.right,
    }
    if (unkeepable.test(JSON.stringify(content)))
      return E.left(invalid([{ path, expected: 'texts without NUL or halves of characters' }]))
    entries.push({ content, nth, digest: contentOf(content) })
  }
  return E.right(entries)
}
