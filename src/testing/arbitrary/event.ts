import * as fc from 'fast-check'
import type { IsoDay } from '../../domain/day.ts'
import type { CommandId, MunicipalityId } from '../../domain/id.ts'
import { type Envelope, type Recorded, schemaOf } from '../../event/envelope.ts'
import type { HousingEvent } from '../../event/event.ts'
import { day } from './day.ts'
import { id } from './id.ts'
import { payloads } from './payload.ts'
import { plain, whole } from './plain.ts'
import { text } from './text.ts'

type Type = HousingEvent['type']

/**
 * What {@link event} may be told.
 *
 * @category constraints
 */
export interface EventConstraints<T extends Type = Type> {
  /** The types that may come up. Default: all 24. */
  readonly types?: ReadonlyArray<T>
}

/**
 * Events on their own: each is well formed, none knows of another. For logs that respect the laws of the
 * registry, take the arbitrary of event logs.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { event } from 'einzug/testing'
 * new Set(fc.sample(event(), 1000).map(({ type }) => type)).size // => 24
 * fc.sample(event({ types: ['FlatListed'] }), 9).every(({ data }) => data.flat.area > 0) // => true
 * ```
 * @category events
 */
export const event = <T extends Type = Type>({
  types,
}: EventConstraints<T> = {}): fc.Arbitrary<Extract<HousingEvent, { readonly type: T }>> => {
  const known = payloads()
  const wanted = types ?? (Object.keys(known) as ReadonlyArray<Type>)
  return fc.oneof(
    ...wanted.map(type => whole({ type: fc.constant(type), data: known[type] as fc.Arbitrary<unknown> })),
  ) as unknown as fc.Arbitrary<Extract<HousingEvent, { readonly type: T }>>
}

const instant = fc
  .tuple(day(), fc.nat(86_399_999))
  .map(([date, ms]: readonly [IsoDay, number]) => new Date(Date.parse(date) + ms).toISOString())

const envelope = (schema: number): fc.Arbitrary<Envelope> =>
  plain(
    {
      stream: id<MunicipalityId>({ prefix: 'M', max: 9 }),
      version: fc.integer({ min: 1, max: 1_000_000 }),
      recordedAt: instant,
      schema: fc.constant(schema),
      commandId: id<CommandId>({ prefix: 'C' }),
      position: fc.integer({ min: 1, max: 1_000_000 }),
      actor: text('Ahlers', 'import', 'demo'),
      causationId: text('C1'),
      correlationId: text('2016-03'),
    },
    ['stream', 'version', 'recordedAt', 'schema', 'commandId'],
  )

/**
 * Events in their envelope, of the current schema; streams, versions and positions are not in order.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { recorded } from 'einzug/testing'
 * fc.sample(recorded({ types: ['FlatListed'] }), 9).every(({ envelope }) => envelope.schema === 2) // => true
 * ```
 * @category events
 */
export const recorded = <T extends Type = Type>(
  constraints: EventConstraints<T> = {},
): fc.Arbitrary<Recorded<Extract<HousingEvent, { readonly type: T }>>> =>
  event(constraints).chain(fact => envelope(schemaOf(fact.type)).map(envelope => ({ ...fact, envelope })))
