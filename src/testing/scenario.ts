import * as E from 'fp-ts/Either'
import type { Command } from '../decider/command.ts'
import { type Decide, decide } from '../decider/decide.ts'
import type { Decision } from '../decider/decision.ts'
import { replay } from '../decider/evolve.ts'
import type { Refusal } from '../decider/refusal.ts'
import { digest } from '../domain/digest.ts'
import type { CommandId, MunicipalityId } from '../domain/id.ts'
import { type Recorded, schemaOf } from '../event/envelope.ts'
import type { HousingEvent } from '../event/event.ts'

/**
 * Given these facts, when this command is given, then exactly these events follow, in this order, or this refusal.
 * `decision` is what the decider said, to be compared by any test runner.
 *
 * @category scenarios
 */
export interface Scenario {
  /** Gives the command. */
  readonly when: (command: Command) => {
    readonly decision: Decision
    /** Whether exactly these events follow, in this order. */
    readonly thenRecorded: (...events: ReadonlyArray<HousingEvent>) => boolean
    /** Whether it is refused for exactly this reason. */
    readonly thenRefused: (refusal: Refusal) => boolean
  }
}

/**
 * A scenario for the decider: `given(...facts).when(command).thenRecorded(...events)`.
 *
 * @example
 * ```ts
 * import { type Command } from 'einzug'
 * import { given } from 'einzug/testing'
 * const close = { type: 'CloseSite', id: 'c1', data: { on: '2016-01-04', siteId: 'S1' } } as unknown as Command
 * given().when(close).thenRefused({ _tag: 'Unknown', what: 'site', id: 'S1' }) // => true
 * given().when(close).thenRecorded() // => false
 * ```
 * @category scenarios
 */
export const given = (...facts: ReadonlyArray<HousingEvent>): Scenario => givenTo(decide)(...facts)

/**
 * A scenario for a decider of one's own, such as `decideWith(predicates)`.
 *
 * @category scenarios
 */
export const givenTo =
  (decideBy: Decide) =>
  (...facts: ReadonlyArray<HousingEvent>): Scenario => {
    const registry = replay(facts.map(recordedAs))
    return {
      when: command => {
        const decision = decideBy(command, registry)
        return {
          decision,
          thenRecorded: (...events) => E.isRight(decision) && same(decision.right, events),
          thenRefused: refusal => E.isLeft(decision) && same(decision.left, refusal),
        }
      },
    }
  }

/** A fact as a log would have it, each told by a command of its own. */
const recordedAs = (fact: HousingEvent, at: number): Recorded => ({
  ...fact,
  envelope: {
    stream: 'given' as MunicipalityId,
    version: at + 1,
    recordedAt: '2000-01-01T00:00:00.000Z',
    schema: schemaOf(fact.type),
    commandId: `given ${at + 1}` as CommandId,
  },
})

/** Events and refusals are plain JSON. */
const same = (a: unknown, b: unknown): boolean => digest(a) === digest(b)
