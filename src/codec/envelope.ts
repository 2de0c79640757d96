import type * as t from 'io-ts'
import type * as events from '../event/envelope.ts'
import { schemaOf } from '../event/envelope.ts'
import { Instant } from './day.ts'
import { HousingEvent } from './event.ts'
import { CommandId, HouseholdId, MunicipalityId } from './id.ts'
import { payloads } from './payload.ts'
import { below, codec, misfit, readOf, refused } from './reading.ts'
import { Box, Digest, Text, whole, words } from './scalar.ts'
import { isObject, object, own, refine } from './structure.ts'

const Positive = /* @__PURE__ */ whole('a whole number', 1, Number.MAX_SAFE_INTEGER)

const Sealed = /* @__PURE__ */ object<events.Sealed>('a sealed part', { of: HouseholdId, box: Box })

/** @category events */
export type Envelope = events.Envelope
/** @category events */
export const Envelope: t.Type<events.Envelope> = /* @__PURE__ */ object<events.Envelope>(
  'an envelope',
  { stream: MunicipalityId, version: Positive, recordedAt: Instant, schema: Positive, commandId: CommandId },
  { position: Positive, actor: Text, causationId: Text, correlationId: Text, sealed: Sealed, hash: Digest },
)

type New = Pick<events.Envelope, 'commandId' | 'actor' | 'causationId' | 'correlationId' | 'sealed'>

/** What an envelope says before a store has added its own. */
export const NewEnvelope: t.Type<New> = /* @__PURE__ */ object<New>(
  'an envelope',
  { commandId: CommandId },
  { actor: Text, causationId: Text, correlationId: Text, sealed: Sealed },
)

/** @category events */
export type Recorded = events.Recorded

const recorded = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(payloads).map(([type, data]) => [
    type,
    readOf(
      object<{ readonly type: string; readonly data: unknown; readonly envelope: events.Envelope }>(type, {
        type: words({ [type]: true }),
        data: data as t.Type<unknown>,
        envelope: Envelope,
      }) as unknown as t.Type<events.Recorded>,
    ),
  ]),
)

/**
 * An event in its envelope, of the current schema. For what was stored under an earlier one see `decodeStored`.
 *
 * @category events
 */
export const Recorded: t.Type<events.Recorded> = /* @__PURE__ */ refine(
  /* @__PURE__ */ codec<events.Recorded>('a recorded event', (u, faults) => {
    if (!isObject(u)) return refused(u, faults)
    const read = recorded.get(own(u, 'type') as string)
    if (read !== undefined) return read(u, faults)
    const found = own(u, 'envelope')
    readOf(HousingEvent)(u, faults)
    readOf(Envelope)(found, below(faults, 'envelope', Envelope, found))
    return misfit
  }),
  ({ type, envelope: { schema } }) =>
    schema === schemaOf(type)
      ? []
      : [{ path: ['envelope', 'schema'], expected: `schema ${schemaOf(type)}`, found: schema }],
)
