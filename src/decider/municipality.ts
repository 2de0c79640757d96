import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { MunicipalityId } from '../domain/id.ts'
import { type Recorded, schemaOf } from '../event/envelope.ts'
import type { Command } from './command.ts'
import { type Decide, decide } from './decide.ts'
import { openRegistry } from './draft.ts'
import { keptUp } from './lists.ts'
import { recipe } from './recipe.ts'
import type { Refusal } from './refusal.ts'
import { emptyRegistry, type Registry } from './registry.ts'

/**
 * One log and what it says: a stream of recorded events and the registry they make.
 *
 * @category municipality
 */
export interface Municipality {
  readonly stream: MunicipalityId
  readonly registry: Registry
  readonly events: ReadonlyArray<Recorded>
}

/**
 * What the envelope of new events takes from outside: when they are recorded (a UTC instant), by whom, and what
 * they follow from.
 *
 * @category municipality
 */
export interface Circumstances {
  readonly recordedAt: string
  readonly actor?: string
  readonly causationId?: string
  readonly correlationId?: string
}

/**
 * A municipality without events.
 *
 * @example
 * ```ts
 * import { found, type MunicipalityId } from 'einzug'
 * found('duelmen' as MunicipalityId).events // => []
 * ```
 * @category municipality
 */
export const found = (stream: MunicipalityId): Municipality => ({
  stream,
  registry: emptyRegistry,
  events: [],
})

/**
 * A command that was refused, its place in the batch (from 0), and why.
 *
 * @category municipality
 */
export interface Refused {
  readonly at: number
  readonly command: Command
  readonly refusal: Refusal
}

/**
 * Tells a municipality commands, one after the other: each is decided, its events recorded and the registry moved
 * on. At the first refusal it stops and says which command it was; nothing of the batch is kept then.
 *
 * A batch is told in one go on a private registry: a microsecond or so for each event beside what deciding
 * takes, and once O(events known so far).
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { type Command, found, type MunicipalityId, tell } from 'einzug'
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * const told = tell([open], { recordedAt: '2016-01-04T08:00:00.000Z' })(found('town' as MunicipalityId))
 * F.pipe(told, E.map(({ events }) => events.length)) // => E.right(1)
 * ```
 * @category municipality
 */
export const tell =
  (commands: ReadonlyArray<Command>, circumstances: Circumstances, decideBy: Decide = decide) =>
  (municipality: Municipality): Either<Refused, Municipality> => {
    const { refused, told } = run(municipality, commands, circumstances, decideBy, 'stop')
    return refused[0] === undefined ? E.right(told) : E.left(refused[0])
  }

/**
 * What came of commands that were told each on its own.
 *
 * @category municipality
 */
export interface Told {
  readonly municipality: Municipality
  readonly refused: ReadonlyArray<Refused>
}

/**
 * Tells a municipality commands, each on its own: those that are refused are passed over. As fast as
 * {@link tell}.
 *
 * @example
 * ```ts
 * import { type Command, found, type MunicipalityId, tellEach } from 'einzug'
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * const told = tellEach([open, open], { recordedAt: '2016-01-04T08:00:00.000Z' })(found('town' as MunicipalityId))
 * told.municipality.events.length // => 1
 * told.refused.map(({ at, refusal }) => [at, refusal._tag]) // => [[1, 'AlreadyHandled']]
 * ```
 * @category municipality
 */
export const tellEach =
  (commands: ReadonlyArray<Command>, circumstances: Circumstances, decideBy: Decide = decide) =>
  (municipality: Municipality): Told => {
    const { refused, told } = run(municipality, commands, circumstances, decideBy, 'go on')
    return { municipality: told, refused }
  }

const run = (
  { stream, registry: origin, events }: Municipality,
  commands: ReadonlyArray<Command>,
  circumstances: Circumstances,
  decideBy: Decide,
  onRefusal: 'stop' | 'go on',
): { readonly told: Municipality; readonly refused: ReadonlyArray<Refused> } => {
  const { draft, registry, close } = openRegistry(origin)
  const recorded: Array<Recorded> = []
  const refused: Array<Refused> = []
  for (const [at, command] of commands.entries()) {
    const decision = decideBy(command, registry)
    if (E.isLeft(decision)) {
      refused.push({ at, command, refusal: decision.left })
      if (onRefusal === 'stop') break
      continue
    }
    for (const event of decision.right) {
      const version = draft.version + 1
      const schema = schemaOf(event.type)
      const next: Recorded = {
        ...event,
        envelope: { stream, version, schema, commandId: command.id, ...circumstances },
      }
      recorded.push(next)
      recipe(draft, keptUp, [next])
    }
  }
  return { told: { stream, registry: close(), events: events.concat(recorded) }, refused }
}
