import type { Command } from '../decider/command.ts'
import type { Registry } from '../decider/registry.ts'
import type { CommandId } from '../domain/id.ts'

/**
 * Who may do what: the actor of the envelope, the command, and what the log says. It is asked for every command, on the
 * state that the command is decided against.
 *
 * @category roles
 */
export type May = (actor: string | undefined, command: Command, registry: Registry) => boolean

/**
 * The actor may not do this. Who that is, it does not say.
 *
 * @category roles
 */
export interface NotAllowed {
  readonly _tag: 'NotAllowed'
  /** The command, if it was one. */
  readonly commandId?: CommandId
  readonly action: Command['type'] | 'Forget' | 'Disclose'
}

/**
 * **Everyone may do everything, whoever they are or say they are.** What applies where no roles are given.
 *
 * @example
 * ```ts
 * import { type Command, emptyRegistry } from 'einzug'
 * import { everyoneMay } from 'einzug/store'
 * everyoneMay(undefined, {} as Command, emptyRegistry) // => true
 * ```
 * @category roles
 */
export const everyoneMay: May = () => true

/**
 * Roles as a table: for each actor, the types of commands that it may tell. Whoever is not named, or has no name, may do
 * nothing.
 *
 * @example
 * ```ts
 * import { type Command, emptyRegistry } from 'einzug'
 * import { onlyAs } from 'einzug/store'
 * const may = onlyAs({ Ahlers: ['StartTenancy', 'EndTenancy'] })
 * may('Ahlers', { type: 'EndTenancy' } as Command, emptyRegistry) // => true
 * may('Ahlers', { type: 'AdoptPolicy' } as Command, emptyRegistry) // => false
 * may(undefined, { type: 'EndTenancy' } as Command, emptyRegistry) // => false
 * ```
 * @category roles
 */
export const onlyAs =
  (roles: Readonly<Record<string, ReadonlyArray<Command['type']>>>): May =>
  (actor, { type }) =>
    actor !== undefined && Object.hasOwn(roles, actor) && (roles[actor] ?? []).includes(type)
