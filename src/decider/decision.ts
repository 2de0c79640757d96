import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import type { HousingEvent } from '../event/event.ts'
import type { Refusal } from './refusal.ts'

/**
 * What comes of a command: the events that record it, or why it is refused.
 *
 * @category decider
 */
export type Decision = Either<Refusal, ReadonlyNonEmptyArray<HousingEvent>>

/** The events, unless a check found something. */
export const unless = (
  refusal: Refusal | undefined,
  ...events: ReadonlyNonEmptyArray<HousingEvent>
): Decision => (refusal === undefined ? E.right(events) : E.left(refusal))
