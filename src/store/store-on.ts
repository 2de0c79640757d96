import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import { decodeStored, type Issue } from '../codec/index.ts'
import { id, type MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import { attempt } from './attempt.ts'
import type { Backend, Stamped } from './backend.ts'
import { type Entry, entriesFor } from './entry.ts'
import type { Appended, EventStore } from './event-store.ts'
import type { AppendFailure, Corrupt } from './failure.ts'
import { subscription } from './subscription.ts'

/**
 * Makes an event store of a backend: checks what goes in, decodes what comes out, and says what failed.
 *
 * @category stores of one's own
 */
export const storeOn = (backend: Backend): EventStore => {
  const stored: EventStore['stored'] = (stream, { from = 1, to = Number.MAX_SAFE_INTEGER } = {}) =>
    isId(stream) ? attempt(() => backend.stored(stream, Math.max(1, from), to)) : TE.right([])

  const handled: EventStore['handled'] = (stream, commandId) =>
    isId(stream) && isId(commandId)
      ? pipe(
          attempt(() => backend.storedBy(stream, commandId)),
          TE.chainEitherKW(decodeAll),
        )
      : TE.right([])

  const readAll: EventStore['readAll'] = ({ after = 0, limit = 1000 } = {}) =>
    pipe(
      attempt(() => backend.storedAfter(after, limit)),
      TE.chainEitherKW(decodeAll),
    )

  const append: EventStore['append'] = (stream, expected, events) =>
    pipe(
      TE.fromEither(entriesFor(stream, expected, events)),
      TE.chainW((entries): TE.TaskEither<AppendFailure, Appended> => {
        if (entries.length === 0) return TE.right({ version: expected, events: [] })
        return pipe(
          attempt(() => backend.append(stream, expected, entries)),
          TE.chainW((outcome): TE.TaskEither<AppendFailure, Appended> => {
            if (outcome._tag === 'Stamped')
              return TE.right({ version: expected + entries.length, events: recorded(entries, outcome) })
            if (outcome._tag === 'Stale')
              return TE.left({ _tag: 'Conflict', stream, expected, actual: outcome.actual })
            const { commandId } = outcome
            return pipe(
              handled(stream, commandId),
              TE.matchE(
                (failure): TE.TaskEither<AppendFailure, Appended> => TE.left(failure),
                events => TE.left({ _tag: 'DuplicateCommand', stream, commandId, events }),
              ),
            )
          }),
        )
      }),
    )

  return {
    read: (stream, range = {}) =>
      pipe(
        stored(stream, range),
        TE.chainEitherKW(decodeAll),
        TE.chainEitherKW(inOrder(stream, Math.max(1, range.from ?? 1))),
      ),
    append,
    readAll,
    subscribe: subscription(readAll, backend.news),
    handled,
    stored,
  }
}

const isId = (text: string): boolean => O.isSome(id(text))

const decodeAll = (documents: ReadonlyArray<unknown>): Either<Corrupt, ReadonlyArray<Recorded>> => {
  const events: Array<Recorded> = []
  for (const document of documents) {
    const event = decodeStored(document)
    if (E.isLeft(event)) return E.left(corrupt(document, event.left[0]))
    events.push(event.right)
  }
  return E.right(events)
}

const corrupt = (document: unknown, { path, expected }: Issue): Corrupt => {
  const { stream, version } = (document as { readonly envelope: { stream: string; version: number } })
    .envelope
  return { _tag: 'Corrupt', stream, version, why: `${path.join('.')}: expected ${expected}` }
}

const inOrder =
  (stream: MunicipalityId, from: number) =>
  (events: ReadonlyArray<Recorded>): Either<Corrupt, ReadonlyArray<Recorded>> => {
    const gap = events.findIndex(
      ({ envelope }, at) => envelope.version !== from + at || envelope.stream !== stream,
    )
    return gap < 0
      ? E.right(events)
      : E.left({ _tag: 'Corrupt', stream, version: from + gap, why: 'the event is missing' })
  }

const recorded = (
  entries: ReadonlyArray<Entry>,
  { recordedAt, positions, hashes }: Stamped,
): ReadonlyArray<Recorded> =>
  entries.map(({ content: { type, data, ...envelope } }, at) => {
    const [position, hash] = [positions[at], hashes[at]]
    return {
      type,
      data,
      envelope: {
        ...envelope,
        recordedAt,
        ...(position === undefined ? {} : { position }),
        ...(hash === undefined ? {} : { hash }),
      },
    } as unknown as Recorded
  })
