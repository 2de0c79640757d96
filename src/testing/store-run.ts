import * as fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { digest } from '../domain/digest.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'
import type { EventStore, NewEvent } from '../store/event-store.ts'
import { event } from './arbitrary/event.ts'
import { id } from './arbitrary/id.ts'

/**
 * What the laws write into a store.
 *
 * @category constraints
 */
export interface StoreLawsConstraints {
  /** The types of events. Default: all. A store that looks at what events say may need some left out. */
  readonly events?: ReadonlyArray<HousingEvent['type']>
}

/**
 * The commands of a run, each with its events.
 *
 * @category laws
 */
export type StoreCommands = ReadonlyArray<ReadonlyArray<NewEvent>>

/** The commands of a test: each with its events, no two of one id. */
export const commands = (minLength: number, { events }: StoreLawsConstraints): fc.Arbitrary<StoreCommands> =>
  fc
    .uniqueArray(
      fc.tuple(
        id<CommandId>({ prefix: 'C' }),
        fc.array(event(events === undefined ? {} : { types: events }), { minLength: 1, maxLength: 3 }),
      ),
      { selector: ([commandId]) => commandId, minLength, maxLength: 6 },
    )
    .map(all =>
      all.map(([commandId, facts]) =>
        facts.map(fact => ({ ...fact, envelope: { commandId, actor: 'Ahlers' } })),
      ),
    )

/** A stream that no other run has used, in this process or another. */
export const newStream = (): MunicipalityId =>
  `town ${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}` as MunicipalityId

export const same = (a: unknown, b: unknown): boolean => digest(a) === digest(b)

export const get = async <A>(task: () => Promise<E.Either<{ readonly _tag: string }, A>>): Promise<A> =>
  E.getOrElse<{ readonly _tag: string }, A>(({ _tag }) => {
    throw new Error(`the store failed: ${_tag}`) // eslint-disable-line functional/no-throw-statements -- fails the property
  })(await task())

export const pour = async (
  store: EventStore,
  stream: MunicipalityId,
  all: StoreCommands,
): Promise<ReadonlyArray<Recorded>> => {
  const recorded: Array<Recorded> = []
  for (const events of all)
    recorded.push(...(await get(store.append(stream, recorded.length, events))).events)
  return recorded
}
