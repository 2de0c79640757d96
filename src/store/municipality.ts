import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Command } from '../decider/command.ts'
import { type Decide, decide as decidePlain } from '../decider/decide.ts'
import type { Registry } from '../decider/registry.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { EventStore } from './event-store.ts'
import type { AppendFailure, ReadFailure } from './failure.ts'
import { inTurn } from './in-turn.ts'
import { advanced, load, unread } from './load.ts'
import { everyoneMay, type May, type NotAllowed } from './may.ts'
import { backoff, type Retries } from './retries.ts'
import type { Snapshot, Snapshots } from './snapshot/snapshots.ts'
import { type Asked, type CommandRefused, type Decided, decideAll, type Telling } from './telling.ts'

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
 * A municipality whose log is in a store.
 *
 * @category municipality
 */
export interface StoredMunicipality {
  /** What the log says now. */
  readonly registry: TE.TaskEither<ReadFailure, Registry>
  /**
   * Does commands, all of them or none: loads, decides, appends, and does so again where somebody else was faster or the
   * store did not answer. However often a command is told and by whom, it takes effect once. What is told while an append is
   * under way is decided in its turn, and appended together with the next: many who work at once share a transaction, and
   * each is answered on its own.
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
  const decideOn = decideAll({ stream, decide, may })
  const waiting: Array<Waiting> = []

  const keep = (next: Snapshot): Snapshot => {
    if (next.version !== known.version) snapshots?.save(stream, next).catch(() => undefined)
    known = next
    return known
  }

  const refresh: TE.TaskEither<ReadFailure, Snapshot> = async () => {
    const found = known.version > 0 ? known : await snapshots?.load(stream).catch(() => undefined)
    return pipe(await load(store, stream, found ?? unread)(), E.map(keep))
  }

  /** Appends in one go what was decided, and says of each telling what came of it. */
  const append = async (
    from: Snapshot,
    decisions: ReadonlyArray<Either<TellFailure, Decided>>,
  ): Promise<Either<AppendFailure, ReadonlyArray<Outcome>>> => {
    const events = decisions.flatMap(each => (E.isRight(each) ? each.right.events : []))
    const appended = await store.append(stream, from.version, events)()
    if (E.isLeft(appended)) return appended
    keep(advanced(from, appended.right.events))
    const done = doneOf(from, appended.right.events)
    const outcomes = decisions.map(
      (each): T.Task<Outcome> => (E.isLeft(each) ? T.of(each) : done(each.right)),
    )
    return E.right(await T.sequenceArray(outcomes)())
  }

  const doneOf =
    ({ version }: Snapshot, recorded: ReadonlyArray<Recorded>) =>
    ({ before, events, repeated }: Decided): TE.TaskEither<ReadFailure, Done> =>
      pipe(
        TE.sequenceSeqArray(repeated.map(id => untilAnswered(store.handled(stream, id)))),
        TE.map(earlier => ({
          events: [...earlier.flat(), ...recorded.slice(before, before + events.length)],
          version: version + before + events.length,
          repeated,
        })),
      )

  /** Asks again where the store does not answer. */
  const untilAnswered =
    <A>(ask: TE.TaskEither<ReadFailure, A>): TE.TaskEither<ReadFailure, A> =>
    async () => {
      for (let tries = 1; ; tries++) {
        const answer = await ask()
        const isDown = E.isLeft(answer) && answer.left._tag === 'Unavailable'
        if (!isDown || !(await again(tries))) return answer
      }
    }

  const tellNow = async (group: ReadonlyArray<Telling>): Promise<ReadonlyArray<Outcome>> => {
    let fresh = known.version === 0
    for (let tries = 1; ; tries++) {
      const state = fresh ? await refresh() : E.right(known)
      const decisions = E.isLeft(state) ? [] : decideOn(state.right.registry, group)
      const stale = !fresh && decisions.some(E.isLeft)
      fresh = true
      if (stale) continue
      const outcome = E.isLeft(state) ? state : await append(state.right, decisions)
      if (E.isRight(outcome)) return outcome.right
      if (!passing.has(outcome.left._tag) || !(await again(tries))) return group.map(() => outcome)
    }
  }

  /** Tells a group; where that does not work for all of them, each alone. */
  const answer = async (group: ReadonlyArray<Waiting>): Promise<void> => {
    const isAlone = group.length === 1
    try {
      const outcomes = await tellNow(group)
      if (isAlone || !outcomes.some(isInvalid)) {
        for (const [k, { resolve }] of group.entries()) resolve(outcomes[k] as Outcome)
        return
      }
    } catch (thrown) {
      if (isAlone) {
        group[0]?.reject(thrown)
        return
      }
    }
    for (const each of group) await answer([each])
  }

  const answerWaiting = (): Promise<void> => answer(waiting.splice(0, together))

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
        new Promise((resolve, reject) => {
          if (waiting.length % together === 0) void queue(answerWaiting)
          waiting.push({ commands, asked, resolve, reject })
        }),
  }
}

type Outcome = Either<TellFailure, Done>

/** A telling, and who waits for what comes of it. */
interface Waiting extends Telling {
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (thrown: unknown) => void
}

/** How many tellings at most are appended in one go. */
const together = 100

/** What may be over the next time. */
const passing: ReadonlySet<AppendFailure['_tag']> = /* @__PURE__ */ new Set([
  'Conflict',
  'DuplicateCommand',
  'Unavailable',
])

const isInvalid = (outcome: Outcome): boolean => E.isLeft(outcome) && outcome.left._tag === 'Invalid'
