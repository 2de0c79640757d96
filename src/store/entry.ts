import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { NewEnvelope } from '../codec/envelope.ts'
import { decode, HousingEvent, type Issues, MunicipalityId } from '../codec/index.ts'
import { own } from '../codec/structure.ts'
import { canonical, digestOf } from '../domain/digest.ts'
import { schemaOf } from '../event/envelope.ts'
import type { NewEvent } from './event-store.ts'
import type { Invalid, Misfit } from './failure.ts'
import type { Content } from './link.ts'

/**
 * An event that is ready to be stored. `text` is its content as canonical JSON (RFC 8785), and `digest` that of the text;
 * `nth` counts the events of its command, from 0.
 *
 * @category stores of one's own
 */
export interface Entry {
  readonly content: Content
  readonly text: string
  readonly nth: number
  readonly digest: string
}

const misfits = (prefix: Misfit['path'], issues: Issues): ReadonlyArray<Misfit> =>
  issues.map(({ path, expected }) => ({ path: [...prefix, ...path], expected }))

/** JSON escapes halves of characters that stand alone, and nothing else of their kind. */
const isKeepable = (json: string): boolean =>
  !json.includes('\\u') || !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json)

const invalid = (issues: ReadonlyArray<Misfit>): Invalid => ({ _tag: 'Invalid', issues })

const readEvent = /* @__PURE__ */ decode(HousingEvent)
const readEnvelope = /* @__PURE__ */ decode(NewEnvelope)

/** An entry that is not digested yet. */
type Written = Omit<Entry, 'digest'>

/** What is to be appended, checked and ready to be stored. */
export const entriesFor = (
  stream: MunicipalityId,
  expected: number,
  events: ReadonlyArray<NewEvent>,
): Either<Invalid, ReadonlyArray<Entry>> =>
  pipe(
    written(stream, expected, events),
    E.map(all => all.map(entry => ({ ...entry, digest: digestOf(entry.text) }))),
  )

/**
 * Checks what is to be appended, whoever made it: the stream's id, the version, each event by its codec. What is stored
 * shares nothing with what was given, and has no keys but those that its type names.
 */
export const written = (
  stream: MunicipalityId,
  expected: number,
  events: ReadonlyArray<NewEvent>,
): Either<Invalid, ReadonlyArray<Written>> => {
  const name = decode(MunicipalityId)(stream)
  if (E.isLeft(name)) return E.left(invalid(misfits(['stream'], name.left)))
  if (!Number.isSafeInteger(expected) || expected < 0)
    return E.left(invalid([{ path: ['expectedVersion'], expected: 'a version (0: none yet)' }]))
  if (!Array.isArray(events)) return E.left(invalid([{ path: ['events'], expected: 'a list of events' }]))
  const entries: Array<Written> = []
  const begun = new Set<string>()
  for (const [at, given] of (events as ReadonlyArray<unknown>).entries()) {
    const path = ['events', at]
    const event = readEvent(given)
    if (E.isLeft(event)) return E.left(invalid(misfits(path, event.left)))
    const envelope = readEnvelope(own(given, 'envelope'))
    if (E.isLeft(envelope)) return E.left(invalid(misfits([...path, 'envelope'], envelope.left)))
    const { commandId } = envelope.right
    const before = entries.at(-1)
    const nth = before?.content.commandId === commandId ? before.nth + 1 : 0
    if (nth === 0 && begun.has(commandId))
      return E.left(
        invalid([
          {
            path: [...path, 'envelope', 'commandId'],
            expected: 'the events of a command one after the other',
          },
        ]),
      )
    begun.add(commandId)
    const { type, data } = event.right
    const content: Content = {
      stream,
      version: expected + at + 1,
      schema: schemaOf(type),
      type,
      data,
      ...envelope.right,
    }
    const text = canonical(content)
    if (!isKeepable(text))
      return E.left(invalid([{ path, expected: 'texts without NUL or halves of characters' }]))
    entries.push({ content, nth, text })
  }
  return E.right(entries)
}
