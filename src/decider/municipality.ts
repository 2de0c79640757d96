import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { MunicipalityId } from '../domain/id.ts'
import { type Recorded, schemaOf } from '../event/envelope.ts'
import type { Command } from './command.ts'
import { type Decide, decide } from './decide.ts'
import { evolve } from './evolve.ts'
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
 * Tells a municipality commands, one after the other: each is decided, its events recorded and the registry moved
 * on. At the first refusal it stops and says which command it was; nothing of the batch is kept then.
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
  ({ stream, registry, events }: Municipality): Either<Refused, Municipality> => {
    const recorded: Array<Recorded> = []
    let now = registry
    for (const command of commands) {
      const decision = decideBy(command, now)
      if (E.isLeft(decision)) return E.left({ command, refusal: decision.left })
      for (const event of decision.right) {
        const version = now.version + 1
        const schema = schemaOf(event.type)
        const envelope = { stream, version, schema, commandId: command.id, ...circumstances }
        const next: Recorded = { ...event, envelope }
        recorded.push(next)
        now = evolve(now, next)
      }
    }
    return E.right({ stream, registry: now, events: [...events, ...recorded] })
  }

/**
 * A command that was refused, and why.
 *
 * @category municipality
 */
export interface Refused {
  readonly command: Command
  readonly refusal: Refusal
}
