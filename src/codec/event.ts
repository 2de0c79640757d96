import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import type * as events from '../event/event.ts'
import { decodeList, type Sifted } from './decode.ts'
import type { Issues } from './issue.ts'
import { payloads } from './payload.ts'
import { words } from './scalar.ts'
import { object, tagged } from './structure.ts'

type Type = events.HousingEvent['type']
type Of<T extends Type> = Extract<events.HousingEvent, { readonly type: T }>

const fact = <T extends Type>(type: T): t.Type<Of<T>> =>
  object<{ readonly type: Type; readonly data: unknown }>(type, {
    type: words({ [type]: true } as Record<Type, true>),
    data: payloads[type] as t.Type<unknown>,
  }) as unknown as t.Type<Of<T>>

/**
 * A codec for each event, by its type.
 *
 * @category events
 */
export const eventCodecs: { readonly [T in Type]: t.Type<Of<T>> } = /* @__PURE__ */ Object.fromEntries(
  (Object.keys(payloads) as ReadonlyArray<Type>).map(type => [type, fact(type)]),
) as unknown as { readonly [T in Type]: t.Type<Of<T>> }

/** @category events */
export type HousingEvent = events.HousingEvent

/**
 * Any event. Keys that are not known are left out.
 *
 * @category events
 */
export const HousingEvent: t.Type<events.HousingEvent> = /* @__PURE__ */ tagged<events.HousingEvent>(
  'an event',
  'type',
  eventCodecs as unknown as Readonly<Record<Type, t.Type<events.HousingEvent>>>,
)

/**
 * Reads a list of events, as `JSON.parse` returns it: good ones are kept beside bad ones. Envelopes, if any, are
 * left out; for what a log has stored see `decodeStored`.
 *
 * Fails if it is no list.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decodeEvents } from 'einzug/codec'
 * const closed = { type: 'SiteClosed', data: { on: '2017-03-31', siteId: 'S1' } }
 * const expected = 'a site id (1 to 200 characters, none of them control characters, no space at the ends)'
 * const bad = { ...closed, data: { on: '2017-03-31' } }
 * const issues = [{ path: ['data', 'siteId'], expected, found: undefined }]
 * decodeEvents([closed, bad]) // => E.right({ accepted: [closed], rejected: [{ index: 1, issues }] })
 * ```
 * @category decoding
 */
export const decodeEvents: (input: unknown) => Either<Issues, Sifted<events.HousingEvent>> =
  /* @__PURE__ */ decodeList(HousingEvent)
