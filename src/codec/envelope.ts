import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import type * as events from '../event/envelope.ts'
import { schemaOf } from '../event/envelope.ts'
import { Instant } from './day.ts'
import { HousingEvent } from './event.ts'
import { CommandId, HouseholdId, MunicipalityId } from './id.ts'
import { Box, codec, Digest, Text, whole } from './scalar.ts'
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

/**
 * An event in its envelope, of the current schema. For what was stored under an earlier one see `decodeStored`.
 *
 * @category events
 */
export const Recorded: t.Type<events.Recorded> = /* @__PURE__ */ refine(
  /* @__PURE__ */ codec<events.Recorded>('a recorded event', (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const event = HousingEvent.validate(u, context)
    const found = own(u, 'envelope')
    const envelope = Envelope.validate(found, t.appendContext(context, 'envelope', Envelope, found))
    if (E.isLeft(event)) return E.isLeft(envelope) ? t.failures([...event.left, ...envelope.left]) : event
    return E.isLeft(envelope) ? envelope : t.success({ ...event.right, envelope: envelope.right })
  }),
  ({ type, envelope: { schema } }) =>
    schema === schemaOf(type)
      ? []
      : [{ path: ['envelope', 'schema'], expected: `schema ${schemaOf(type)}`, found: schema }],
)
