import * as O from 'fp-ts/Option'
import type * as t from 'io-ts'
import { isoDay } from '../domain/day.ts'
import type * as domain from '../domain/index.ts'
import { parsed } from './scalar.ts'

/** @category words */
export type IsoDay = domain.IsoDay

/**
 * A day that exists, as `YYYY-MM-DD`.
 *
 * @category words
 */
export const IsoDay: t.Type<domain.IsoDay> = /* @__PURE__ */ parsed('a day (YYYY-MM-DD)', isoDay)

const instant = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/**
 * A UTC instant in milliseconds, as `2016-03-01T09:30:00.000Z`: always of this width, so that instants compare
 * as strings.
 *
 * @category words
 */
export const Instant: t.Type<string> = /* @__PURE__ */ parsed(
  'a UTC instant (YYYY-MM-DDThh:mm:ss.sssZ)',
  text => (instant.test(text) && O.isSome(isoDay(text.slice(0, 10))) ? O.some(text) : O.none),
)
