import type fc from 'fast-check'
import type { Command } from '../decider/command.ts'
import { type Decide, decide } from '../decider/decide.ts'
import { found, type Municipality, tell } from '../decider/municipality.ts'
import type { MunicipalityId } from '../domain/id.ts'
import type { Recorded } from '../event/envelope.ts'
import { type CommandsConstraints, commands } from './command.ts'

/**
 * Tells a municipality commands one by one and keeps those that are accepted.
 *
 * @category arbitraries
 */
export const accepted = (sequence: ReadonlyArray<Command>, decideBy: Decide = decide): Municipality => {
  let town = found('town' as MunicipalityId)
  sequence.forEach((command, k) => {
    const recordedAt = new Date(Date.UTC(2017, 0, 1) + k * 1000).toISOString()
    const told = tell([command], { recordedAt }, decideBy)(town)
    if (told._tag === 'Right') town = told.right
  })
  return town
}

/**
 * Logs that keep the laws of the registry: what the decider accepts of random commands, late facts, corrections
 * and annulments included.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { log } from 'einzug/testing'
 * import { replay } from 'einzug'
 * fc.sample(log(), 5).every(events => replay(events).version === events.length) // => true
 * ```
 * @category arbitraries
 */
export const log = (constraints: CommandsConstraints = {}): fc.Arbitrary<ReadonlyArray<Recorded>> =>
  commands(constraints).map(sequence => accepted(sequence).events)
