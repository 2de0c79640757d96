import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MunicipalityId } from '../../domain/id.ts'
import { schemaOf } from '../../event/envelope.ts'
import { attempt } from '../attempt.ts'
import type { NewEvent } from '../event-store.ts'
import type { Unavailable } from '../failure.ts'
import { seal } from './box.ts'
import type { KeyStore, Keys } from './key-store.ts'
import { type OpenAges, openPart } from './open-part.ts'
import { type Owner, whose } from './whose.ts'

/** What is in a box: the data as they were, and of which schema. */
export interface Boxed {
  readonly schema: number
  readonly data: unknown
}

/** The open parts of events, with what was taken out sealed in their envelopes; where there is no key, it is left out. */
export const sealed =
  (keys: KeyStore, ages: OpenAges, stream: MunicipalityId, owner: Owner) =>
  (events: ReadonlyArray<NewEvent>): TE.TaskEither<Unavailable, ReadonlyArray<NewEvent>> => {
    const parts = events.map(event => {
      const open = openPart(event, ages) as NewEvent
      return { event, open, household: open === event ? undefined : whose(owner, event) }
    })
    const households = [...new Set(parts.flatMap(({ household }) => household ?? []))]
    return pipe(
      attempt(() =>
        households.length === 0 ? Promise.resolve<Keys>(new Map()) : keys.obtain(stream, households),
      ),
      TE.chain(found =>
        attempt(() =>
          Promise.all(
            parts.map(async ({ event, open, household }): Promise<NewEvent> => {
              const key = household === undefined ? undefined : found.get(household)
              if (household === undefined || key === undefined) return open
              const { type, data } = event
              const boxed: Boxed = { schema: schemaOf(type), data }
              const box = await seal(key, { stream, household, type }, JSON.stringify(boxed))
              return { ...open, envelope: { ...open.envelope, sealed: { of: household, box } } }
            }),
          ),
        ),
      ),
    )
  }
