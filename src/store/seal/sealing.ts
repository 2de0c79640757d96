import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'
import type { Recorded } from '../../event/envelope.ts'
import { attempt } from '../attempt.ts'
import { written } from '../entry.ts'
import type { Appended, EventStore, NewEvent } from '../event-store.ts'
import type { AppendFailure, Invalid, ReadFailure, Unavailable } from '../failure.ts'
import type { NotAllowed } from '../may.ts'
import { keptSnapshots, type SnapshotOptions, type SnapshotStore } from '../snapshot/kept-snapshots.ts'
import type { Snapshots } from '../snapshot/snapshots.ts'
import type { KeyStore } from './key-store.ts'
import { type OpenAges, openPart } from './open-part.ts'
import { sealed } from './seal-events.ts'
import { sealedCover } from './sealed-cover.ts'
import { unsealed } from './unseal-events.ts'
import { learn, type MutableOwners, type Owner, whose } from './whose.ts'

/**
 * What may be set about sealing. Without `may` **everyone may forget and disclose**.
 *
 * @category erasure
 */
export interface SealingOptions {
  /** What of ages stays outside the seal. Default: the year of birth. */
  readonly ages?: OpenAges
  /** Who may forget a household, or be told all of it. Default: **everyone**. */
  readonly may?: (actor: string | undefined, action: 'Forget' | 'Disclose', household: HouseholdId) => boolean
}

/**
 * All that the log says of one household, in its order: what Art. 15 GDPR asks for. Plain JSON.
 *
 * @category erasure
 */
export interface Disclosure {
  readonly stream: MunicipalityId
  readonly householdId: HouseholdId
  readonly events: ReadonlyArray<Recorded>
}

/**
 * A log whose personal parts are sealed. `store` shows them to those who decide; figures are read from the store below,
 * which needs no keys.
 *
 * @category erasure
 */
export interface SealedLog {
  readonly store: EventStore
  /**
   * Snapshots of `store` that outlast the process, as those of {@link snapshotsIn}, under all households' keys: whoever of
   * them is forgotten, the snapshots so far do not open any more, and the log is read instead.
   */
  readonly snapshots: (kept: SnapshotStore, options?: SnapshotOptions) => Snapshots
  /** Destroys the household's key: what was sealed is gone for good, in every copy of the log. */
  readonly forget: (
    stream: MunicipalityId,
    household: HouseholdId,
    actor?: string,
  ) => TE.TaskEither<Unavailable | NotAllowed, void>
  /** All that the log says of a household. */
  readonly disclose: (
    stream: MunicipalityId,
    household: HouseholdId,
    actor?: string,
  ) => TE.TaskEither<ReadFailure | NotAllowed, Disclosure>
}

/**
 * Seals what is personal in the events of a store, with AES-256-GCM (Web Crypto) under a key for each household. What
 * stays outside the seal is an event of the same type without it, which lies in the store below; its hash covers the sealed
 * part too. Of a household that was forgotten nothing personal is kept any more.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import type { Command, HouseholdId, MunicipalityId } from 'einzug'
 * import { memoryKeys, memoryStore, municipality, sealing } from 'einzug/store'
 * const [below, town] = [memoryStore(), 'town' as MunicipalityId]
 * const { store, forget } = sealing(below, memoryKeys())
 * const household = { id: 'H1', members: [{ id: 'P1', age: { known: 'birth', born: '1984-05-01' } }], languages: ['ti'] }
 * const assign = { type: 'AssignHousehold', id: 'c1', data: { on: '2016-03-02', regime: 'AsylbLG', household } } as unknown as Command
 * await municipality(store, town).tell([assign])()
 * const households = (events) => events.map(({ data }) => data.household)
 * F.pipe(await store.read(town)(), E.map(households)) // => E.right([household])
 * const open = { id: 'H1', members: [{ id: 'P1', age: { known: 'years', years: 0, on: '1984-01-01' } }] }
 * F.pipe(await below.read(town)(), E.map(households)) // => E.right([open])
 * await forget(town, 'H1' as HouseholdId)() // => E.right(undefined)
 * F.pipe(await store.read(town)(), E.map(households)) // => E.right([open])
 * ```
 * @category erasure
 */
export const sealing = (
  below: EventStore,
  keys: KeyStore,
  { ages = 'year', may = () => true }: SealingOptions = {},
): SealedLog => {
  const known = new Map<MunicipalityId, MutableOwners>()
  const ownersOf = (stream: MunicipalityId): MutableOwners => {
    const owners = known.get(stream) ?? new Map<string, HouseholdId>()
    known.set(stream, owners)
    return owners
  }
  const learnAll = (events: ReadonlyArray<Recorded>): ReadonlyArray<Recorded> => {
    for (const event of events) learn(ownersOf(event.envelope.stream), event)
    return events
  }
  const open = (events: ReadonlyArray<Recorded>): TE.TaskEither<ReadFailure, ReadonlyArray<Recorded>> =>
    unsealed(keys)(learnAll(events))

  /** Whose everything is that new events speak of. Corrections name a tenancy or a stay: the stream knows whose. */
  const acquainted = (
    stream: MunicipalityId,
    events: ReadonlyArray<NewEvent>,
  ): TE.TaskEither<Invalid | ReadFailure, Owner> => {
    const fresh: MutableOwners = new Map()
    for (const event of events) learn(fresh, event)
    const owner: Owner = name => fresh.get(name) ?? ownersOf(stream).get(name)
    const stranger = () =>
      events.findIndex(event => openPart(event, ages) !== event && whose(owner, event) === undefined)
    if (stranger() < 0) return TE.right(owner)
    return pipe(
      below.read(stream),
      TE.map(learnAll),
      TE.chainW((): TE.TaskEither<Invalid, Owner> => {
        const at = stranger()
        return at < 0
          ? TE.right(owner)
          : TE.left({
              _tag: 'Invalid',
              issues: [{ path: ['events', at, 'data'], expected: 'somebody whom it is about' }],
            })
      }),
    )
  }

  const append: EventStore['append'] = (stream, expected, events) =>
    pipe(
      TE.fromEither<AppendFailure, unknown>(written(stream, expected, events)),
      TE.chain(() => TE.mapLeft((failure: AppendFailure) => failure)(acquainted(stream, events))),
      TE.chainW(owner => sealed(keys, ages, stream, owner)(events)),
      TE.chain(closed => below.append(stream, expected, closed)),
      TE.matchE(
        (failure): TE.TaskEither<AppendFailure, Appended> =>
          failure._tag === 'DuplicateCommand'
            ? pipe(
                open(failure.events),
                TE.matchE(
                  (other): TE.TaskEither<AppendFailure, Appended> => TE.left(other),
                  (opened): TE.TaskEither<AppendFailure, Appended> => TE.left({ ...failure, events: opened }),
                ),
              )
            : TE.left(failure),
        ({ version, events: done }) =>
          pipe(
            open(done),
            TE.bimap(
              (failure): AppendFailure => failure,
              opened => ({ version, events: opened }),
            ),
          ),
      ),
    )

  async function* subscribe(since?: Parameters<EventStore['subscribe']>[0]) {
    for await (const event of below.subscribe(since)) {
      const opened: Either<ReadFailure, ReadonlyArray<Recorded>> = E.isLeft(event)
        ? event
        : await open([event.right])()
      yield pipe(
        opened,
        E.map(([one]) => one as Recorded),
      )
    }
  }

  const store: EventStore = {
    read: (stream, range) => pipe(below.read(stream, range), TE.chain(open)),
    append,
    readAll: page => pipe(below.readAll(page), TE.chain(open)),
    subscribe,
    handled: (stream, commandId) => pipe(below.handled(stream, commandId), TE.chain(open)),
    stored: below.stored,
  }

  const allowed = (
    actor: string | undefined,
    action: 'Forget' | 'Disclose',
    household: HouseholdId,
  ): Either<NotAllowed, void> =>
    may(actor, action, household) ? E.right(undefined) : E.left({ _tag: 'NotAllowed', action })

  return {
    store,
    snapshots: (kept, options = {}) => keptSnapshots(kept, sealedCover(keys, ages), options),
    forget: (stream, household, actor) =>
      pipe(
        TE.fromEither(allowed(actor, 'Forget', household)),
        TE.chainW(() => attempt(() => keys.destroy(stream, household))),
      ),
    disclose: (stream, household, actor) =>
      pipe(
        TE.fromEither(allowed(actor, 'Disclose', household)),
        TE.chainW(() => store.read(stream)),
        TE.map(events => ({
          stream,
          householdId: household,
          events: events.filter(event => whose(name => ownersOf(stream).get(name), event) === household),
        })),
      ),
  }
}
