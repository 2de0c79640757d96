import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { decodeStored } from '../../codec/index.ts'
import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'
import type { Recorded } from '../../event/envelope.ts'
import { attempt } from '../attempt.ts'
import type { Corrupt, ReadFailure } from '../failure.ts'
import { unseal } from './box.ts'
import type { KeyStore, Keys } from './key-store.ts'
import type { Boxed } from './seal-events.ts'

/** Events with what was sealed in its place again, where there is the key; without it, their open parts. */
export const unsealed =
  (keys: KeyStore) =>
  (events: ReadonlyArray<Recorded>): TE.TaskEither<ReadFailure, ReadonlyArray<Recorded>> => {
    const wanted = new Map<MunicipalityId, Set<HouseholdId>>()
    for (const { envelope } of events) {
      if (envelope.sealed === undefined) continue
      const households = wanted.get(envelope.stream) ?? new Set()
      wanted.set(envelope.stream, households.add(envelope.sealed.of))
    }
    return pipe(
      attempt(async () => {
        const found = new Map<MunicipalityId, Keys>()
        for (const [stream, households] of wanted) found.set(stream, await keys.find(stream, [...households]))
        return found
      }),
      TE.chainW(found =>
        TE.sequenceArray(events.map(event => opened(event, found.get(event.envelope.stream) ?? new Map()))),
      ),
    )
  }

const opened = (event: Recorded, keys: Keys): TE.TaskEither<Corrupt, Recorded> => {
  const { type } = event
  const { sealed, ...envelope } = event.envelope
  const { stream, version } = envelope
  if (sealed === undefined) return TE.right(event)
  const key = keys.get(sealed.of)
  if (key === undefined) return TE.right({ ...event, envelope })
  const corrupt = (why: string): Corrupt => ({ _tag: 'Corrupt', stream, version, why })
  return pipe(
    TE.tryCatch(
      async () => JSON.parse(await unseal(key, { stream, household: sealed.of, type }, sealed.box)) as Boxed,
      () => corrupt('the sealed part does not open'),
    ),
    TE.chainEitherK(({ schema, data }) =>
      pipe(
        decodeStored({ type, data, envelope: { ...envelope, schema } }),
        E.mapLeft(() => corrupt('the sealed part is no event')),
      ),
    ),
  )
}
