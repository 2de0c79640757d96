import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import { units } from '../domain/index.ts'
import { Blocked, blockedWithin } from './blocked.ts'
import { IsoDay } from './day.ts'
import { Regime } from './household.ts'
import { FlatId } from './id.ts'
import type { Issue } from './issue.ts'
import { Position } from './place.ts'
import { number, Text, whole, YesNo } from './scalar.ts'
import { closed, list, object, refine } from './structure.ts'

/** @category words */
export type Cents = domain.Cents

/**
 * Whole cents from 0 to 1,000,000,000 (ten million euros).
 *
 * @category words
 */
export const Cents: t.Type<domain.Cents> = /* @__PURE__ */ whole('whole cents', 0, 1_000_000_000)

/**
 * Square metres, above 0 and with at most two decimals, up to 100,000.
 *
 * @category words
 */
export const Area: t.Type<number> = /* @__PURE__ */ number(
  'square metres above 0, up to 100,000, with at most two decimals',
  // a number with two decimals is the closest one to a whole number of hundredths
  area => area > 0 && area <= 100_000 && Math.round(area * 100) / 100 === area,
)

/**
 * Rooms, above 0 and in halves, up to 1,000.
 *
 * @category words
 */
export const Rooms: t.Type<number> = /* @__PURE__ */ number(
  'rooms above 0, up to 1,000, in halves',
  rooms => rooms > 0 && rooms <= 1000 && Number.isInteger(rooms * 2),
)

/** @category words */
export type Rent = domain.Rent
/** @category words */
export const Rent: t.Type<domain.Rent> = /* @__PURE__ */ object<domain.Rent>(
  'a rent',
  { cold: Cents },
  { serviceCharges: Cents, heating: Cents },
)

const ContractDays = /* @__PURE__ */ whole('whole days', 1, 36_525)

/** @category words */
export type Landlord = domain.Landlord
/**
 * The conditions of a landlord. Keys that are not known are errors: a condition that may not be set, such as one on
 * origin or religion, must not be dropped in silence.
 *
 * @category words
 */
export const Landlord: t.Type<domain.Landlord> = /* @__PURE__ */ refine(
  /* @__PURE__ */ closed<domain.Landlord>(
    "a landlord's conditions",
    {},
    {
      personsMax: /* @__PURE__ */ whole('a whole number', 1, 1000),
      regimes: /* @__PURE__ */ list('a list of regimes', Regime),
      daysMin: ContractDays,
      daysMax: ContractDays,
    },
  ),
  ({ daysMin, daysMax }) =>
    daysMin !== undefined && daysMax !== undefined && daysMax < daysMin
      ? [{ path: ['daysMax'], expected: `no fewer than ${daysMin} days`, found: daysMax }]
      : [],
)

/** @category words */
export type Flat = domain.Flat

const availability = ({ availableFrom, availableUntil }: domain.Flat): ReadonlyArray<Issue> =>
  availableFrom !== undefined && availableUntil !== undefined && availableUntil < availableFrom
    ? [{ path: ['availableUntil'], expected: `no day before ${availableFrom}`, found: availableUntil }]
    : []

/**
 * A flat: it does not cease to be available before it is, and no more units are blocked than it has.
 *
 * @category words
 */
export const Flat: t.Type<domain.Flat> = /* @__PURE__ */ refine(
  /* @__PURE__ */ object<domain.Flat>(
    'a flat',
    { id: FlatId, district: Text, area: Area, rooms: Rooms, rent: Rent },
    {
      bedrooms: /* @__PURE__ */ whole('a whole number', 0, 1000),
      floor: /* @__PURE__ */ whole('a whole number', -10, 200),
      lift: YesNo,
      stepFree: YesNo,
      petsAllowed: YesNo,
      roomsLet: /* @__PURE__ */ whole('a whole number', 1, 1000),
      availableFrom: IsoDay,
      availableUntil: IsoDay,
      landlord: Landlord,
      municipality: Text,
      county: Text,
      land: Text,
      schoolDistrict: Text,
      position: Position,
      blocked: Blocked,
    },
  ),
  flat => [...availability(flat), ...blockedWithin(flat.blocked, units(flat))],
)
