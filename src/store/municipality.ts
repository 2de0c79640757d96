import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Command } from '../decider/command.ts'
import { type Decide, decide as decidePlain } from '../decider/decide.ts'
import { isHandled } from '../decider/lookup.ts'
import { type Circumstances, tell } from '../decider/municipality.ts'
import type { Refusal } from '../decider/refusal.ts'
import type { Registry } from '../decider/registry.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { EventStore, NewEvent } from './event-store.ts'
import type { AppendFailure, ReadFailure } from './failure.ts'
import { inTurn } from './in-turn.ts'
import { advanced, load, unread } from './load.ts'
import { everyoneMay, type May, type NotAllowed } from './may.ts'
import { backoff, type Retries } from './retries.ts'
import type { Snapshot, Snapshots } from './snapshots.ts'

/**
 * How a municipality is worked on. Without `may` **everyone may do everything**.
 *
 * @category municipality
 */
export interface MunicipalityOptions {
  /** Default: `decide`. For policies with predicates, `decideWith(predicates)`. */
  readonly decide?: Decide
  /** Who may do what. Default: **everyone may do everything**. */
  readonly may?: May
  readonly retries?: Retries
  /** Where to begin instead of at the first event. Default: none. */
  readonly snapshots?: Snapshots
}

/**
 * Who asks, and what for. The instant is the store's to give.
 *
 * @category municipality
 */
export type Asked = Omit<Circumstances, 'recordedAt'>

/**
 * What came of commands: their events, those of commands that had been handled before among them, and the version of the
 * log since.
 *
 * @category municipality
 */
export interface Done {
  readonly events: ReadonlyArray<Recorded>
  readonly version: number
  /** The commands that had been handled before: nothing was done for them now. */
  readonly repeated: ReadonlyArray<CommandId>
}

/**
 * Why commands were not done. A refusal was decided against the newest state of the log.
 *
 * @category municipality
 */
export type TellFailure = CommandRefused | NotAllowed | AppendFailure

/**
 * A command that was refused, its place among those told (from 0), and why.
 *
 * @category municipality
 */
export interface CommandRefused {
  readonly _tag: 'Refused'
  readonly at: number
  readonly commandId: CommandId
  readonly refusal: Refusal
}

/**
 * A municipality whose log is in a store.
 *
 * @category municipality
 */
export interface StoredMunicipality {
  /** What the log says now. */
  readonly registry: TE.TaskEither<ReadFailure, Registry>
  /**
   * Does commands, all of them or none: loads, decides, appends, and does so again where somebody else was faster or the
   * store did not answer. However often a command is told and by whom, it takes effect once.
   */
  readonly tell: (commands: ReadonlyArray<Command>, asked?: Asked) => TE.TaskEither<TellFailure, Done>
}

/**
 * A municipality whose log is in a store. What it knows of the log it keeps, and reads on from there; what others append
 * in the meantime it learns of by a conflict, or before it refuses something.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import type { Command, MunicipalityId } from 'einzug'
 * import { memoryStore, municipality } from 'einzug/store'
 * const store = memoryStore()
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * const [here, there] = [municipality(store, 'town' as MunicipalityId), municipality(store, 'town' as MunicipalityId)]
 * F.pipe(await here.tell([open], { actor: 'Ahlers' })(), E.map(({ version }) => version)) // => E.right(1)
 * F.pipe(await there.tell([open])(), E.map(({ version, repeated }) => [version, repeated])) // => E.right([1, ['c1']])
 * ```
 * @category municipality
 */
export const municipality = (
  store: EventStore,
  stream: MunicipalityId,
  { decide = decidePlain, may = everyoneMay, retries = {}, snapshots }: MunicipalityOptions = {},
): StoredMunicipality => {
  let known = unread
  const again = backoff(retries)
  const queue = inTurn()

  const keep = (next: Snapshot): Snapshot => {
    if (next.version !== known.version) snapshots?.save(stream, next).catch(() => undefined)
    known = next
    return known
  }

  const refresh: TE.TaskEither<ReadFailure, Snapshot> = async () => {
    const found = known.version > 0 ? known : await snapshots?.load(stream).catch(() => undefined)
    return pipe(await load(store, stream, found ?? unread)(), E.map(keep))
  }

  const attempt = async (
    from: Snapshot,
    commands: ReadonlyArray<Command>,
    asked: Asked,
  ): Promise<Either<TellFailure, Done>> => {
    const repeated = commands.map(({ id }) => id).filter(id => isHandled(from.registry, id))
    const fresh = commands.filter(({ id }) => !isHandled(from.registry, id))
    const barred = fresh.find(command => !may(asked.actor, command, from.registry))
    if (barred !== undefined) return E.left({ _tag: 'NotAllowed', commandId: barred.id, action: barred.type })
    const told = tell(
      fresh,
      { ...asked, recordedAt: '' },
      decide,
    )({ stream, registry: from.registry, events: [] })
    if (E.isLeft(told)) {
      const { command, refusal } = told.left
      return E.left({ _tag: 'Refused', at: commands.indexOf(command), commandId: command.id, refusal })
    }
    const appended = await store.append(stream, from.version, told.right.events.map(withoutStamp))()
    if (E.isLeft(appended)) return appended
    const next = keep(advanced(from, appended.right.events))
    const earlier = await TE.sequenceSeqArray(repeated.map(id => store.handled(stream, id)))()
    return pipe(
      earlier,
      E.map(done => ({
        events: [...done.flat(), ...appended.right.events],
        version: next.version,
        repeated,
      })),
    )
  }

  const tellNow = async (
    commands: ReadonlyArray<Command>,
    asked: Asked,
  ): Promise<Either<TellFailure, Done>> => {
    let fresh = known.version === 0
    for (let tries = 1; ; tries++) {
      const state = fresh ? await refresh() : E.right(known)
      const outcome = E.isLeft(state) ? state : await attempt(state.right, commands, asked)
      if (E.isRight(outcome)) return outcome
      const { _tag } = outcome.left
      const stale = !fresh && (_tag === 'Refused' || _tag === 'NotAllowed')
      fresh = true
      if (stale) continue
      if (_tag !== 'Conflict' && _tag !== 'DuplicateCommand' && _tag !== 'Unavailable') return outcome
      if (!(await again(tries))) return outcome
    }
  }

  return {
    registry: () =>
      queue(async () =>
        pipe(
          await refresh(),
          E.map(({ registry }) => registry),
        ),
      ),
    tell:
      (commands, asked = {}) =>
      () =>
        queue(() => tellNow(commands, asked)),
  }
}

/** An event as the store takes it: what only the store can say is left out. */
const withoutStamp = ({ envelope, ...event }: Recorded): NewEvent => {
  const { stream: _s, version: _v, recordedAt: _r, schema: _n, position: _p, hash: _h, ...said } = envelope
  return { ...event, envelope: said }
}
