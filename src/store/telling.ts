import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Command } from '../decider/command.ts'
import type { Decide } from '../decider/decide.ts'
import { isHandled } from '../decider/lookup.ts'
import { type Circumstances, type Municipality, tell } from '../decider/municipality.ts'
import type { Refusal } from '../decider/refusal.ts'
import type { Registry } from '../decider/registry.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import type { NewEvent } from './event-store.ts'
import type { May, NotAllowed } from './may.ts'

/**
 * Who asks, and what for. The instant is the store's to give.
 *
 * @category municipality
 */
export type Asked = Omit<Circumstances, 'recordedAt'>

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

/** Commands that somebody wants done together. */
export interface Telling {
  readonly commands: ReadonlyArray<Command>
  readonly asked: Asked
}

/** What a telling adds to the log, how many events those before it add, and which of its commands were handled earlier. */
export interface Decided {
  readonly before: number
  readonly events: ReadonlyArray<NewEvent>
  readonly repeated: ReadonlyArray<CommandId>
}

/** What came of a telling before anything was appended. */
export type Decision = Either<CommandRefused | NotAllowed, Decided>

/** How it is decided: by what, and who may do what. */
export interface Deciding {
  readonly stream: MunicipalityId
  readonly decide: Decide
  readonly may: May
}

/** Decides tellings one after the other, each against what those before it do; who is refused does nothing. */
export const decideAll =
  ({ stream, decide, may }: Deciding) =>
  (registry: Registry, tellings: ReadonlyArray<Telling>): ReadonlyArray<Decision> => {
    let town: Municipality = { stream, registry, events: [] }
    return tellings.map(({ commands, asked }): Decision => {
      const [before, state] = [town.events.length, town.registry]
      const repeated = commands.map(({ id }) => id).filter(id => isHandled(state, id))
      const fresh = commands.filter(({ id }) => !isHandled(state, id))
      const barred = fresh.find(command => !may(asked.actor, command, state))
      if (barred !== undefined)
        return E.left({ _tag: 'NotAllowed', commandId: barred.id, action: barred.type })
      const told = tell(fresh, { ...asked, recordedAt: '' }, decide)(town)
      if (E.isLeft(told)) {
        const { command, refusal } = told.left
        return E.left({ _tag: 'Refused', at: commands.indexOf(command), commandId: command.id, refusal })
      }
      town = told.right
      return E.right({ before, events: town.events.slice(before).map(withoutStamp), repeated })
    })
  }

/** An event as the store takes it: what only the store can say is left out. */
const withoutStamp = ({ envelope, ...event }: Recorded): NewEvent => {
  const { stream: _s, version: _v, recordedAt: _r, schema: _n, position: _p, hash: _h, ...said } = envelope
  return { ...event, envelope: said }
}
