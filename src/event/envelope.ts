import type { CommandId, HouseholdId, MunicipalityId } from '../domain/id.ts'
import type { HousingEvent } from './event.ts'

/**
 * What the log knows about an event beside its data. `version` counts the events of the stream from 1;
 * `position`, where a store gives one, counts over all streams. `recordedAt` is a UTC instant
 * (`2016-03-01T09:30:00.000Z`): when it became known, not when it took effect. `schema` is the version of the
 * shape of `data` for this event type. `sealed` holds what of the data only a household's key opens, and `hash` ties the
 * event to all those before it, where a store keeps such (see `einzug/store`).
 *
 * @category model
 */
export interface Envelope {
  readonly stream: MunicipalityId
  readonly version: number
  readonly recordedAt: string
  readonly schema: number
  readonly commandId: CommandId
  readonly position?: number
  readonly actor?: string
  readonly causationId?: string
  readonly correlationId?: string
  readonly sealed?: Sealed
  readonly hash?: string
}

/**
 * What of an event's data only a household's key opens: whose key, and the sealed bytes in base64.
 *
 * @category model
 */
export interface Sealed {
  readonly of: HouseholdId
  readonly box: string
}

/**
 * An event in its envelope, as the log keeps it.
 *
 * @category model
 */
export type Recorded<E = HousingEvent> = E & { readonly envelope: Envelope }

/**
 * The current version of the shape of each event's data; 1 where nothing else is said.
 *
 * @example
 * ```ts
 * import { schemaOf } from 'einzug'
 * schemaOf('FlatListed') // => 2
 * schemaOf('StayEnded') // => 1
 * ```
 * @category schema
 */
export const schemaOf = (type: HousingEvent['type']): number => (type === 'FlatListed' ? 2 : 1)
