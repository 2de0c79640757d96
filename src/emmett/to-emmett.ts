import * as E from 'fp-ts/Either'
import type { Command } from '../decider/command.ts'
import { type Decider, decider as plain } from '../decider/decide.ts'
import type { Refusal } from '../decider/refusal.ts'
import { refusalSentence } from '../decider/refusal-sentence.ts'
import type { Registry } from '../decider/registry.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import { schemaOf } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'

/**
 * An event as Emmett's stores keep it: the command that it came of is in its metadata.
 *
 * @category decider
 */
export type EmmettHousingEvent = HousingEvent & { readonly metadata: { readonly commandId: CommandId } }

/**
 * What Emmett's command handlers are thrown where a command is refused.
 *
 * @category decider
 */
export type RefusedError = Readonly<Error> & { readonly refusal: Refusal }

/**
 * A decider in the form of Emmett's.
 *
 * @category decider
 */
export interface EmmettDecider {
  /** Throws a {@link RefusedError} if the command is refused; a command handled before makes no events. */
  readonly decide: (command: Command, state: Registry) => Array<EmmettHousingEvent>
  /** The registry after one more event. */
  readonly evolve: (state: Registry, event: EmmettHousingEvent) => Registry
  /** The registry of an empty log. */
  readonly initialState: () => Registry
}

/**
 * The decider for Emmett's `CommandHandler` and `DeciderSpecification`.
 *
 * @example
 * ```ts
 * import type { Command } from 'einzug'
 * import { toEmmett } from 'einzug/emmett'
 * const { decide, evolve, initialState } = toEmmett()
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * const events = decide(open, initialState())
 * events // => [{ type: 'SiteOpened', data: open.data, metadata: { commandId: 'c1' } }]
 * decide(open, events.reduce(evolve, initialState())) // => []
 * ```
 * @category decider
 */
export const toEmmett = ({ decide, evolve, initialState }: Decider = plain()): EmmettDecider => ({
  decide: (command, state) => {
    const decision = decide(command, state)
    if (E.isRight(decision))
      return decision.right.map(event => ({ ...event, metadata: { commandId: command.id } }))
    if (decision.left._tag === 'AlreadyHandled') return []
    const refused = new Error(refusalSentence(decision.left))
    // eslint-disable-next-line functional/no-throw-statements -- it is how Emmett's deciders refuse
    throw Object.assign(refused, { refusal: decision.left }) satisfies RefusedError
  },
  evolve: (state, { metadata, ...event }) =>
    evolve(state, {
      ...event,
      envelope: {
        stream: 'emmett' as MunicipalityId,
        version: state.version + 1,
        recordedAt: '',
        schema: schemaOf(event.type),
        commandId: metadata.commandId,
      },
    }),
  initialState: () => initialState,
})
