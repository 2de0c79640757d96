import type * as t from 'io-ts'
import type * as events from '../event/event.ts'
import { words } from './scalar.ts'

/** Why a household is another from some day on. */
export const ChangeOfHousehold: t.Type<events.ChangeOfHousehold> =
  /* @__PURE__ */ words<events.ChangeOfHousehold>({
    birth: true,
    death: true,
    'family reunion': true,
    separation: true,
    needs: true,
    wishes: true,
    correction: true,
  })

/** Why a household leaves. */
export const Departure: t.Type<events.Departure> = /* @__PURE__ */ words<events.Departure>({
  'moved away': true,
  returned: true,
  transferred: true,
  deported: true,
  died: true,
  other: true,
})

/** Why a flat is withdrawn. */
export const Withdrawal: t.Type<events.Withdrawal> = /* @__PURE__ */ words<events.Withdrawal>({
  'let elsewhere': true,
  landlord: true,
  sold: true,
  defects: true,
  'lease ended': true,
  other: true,
})

/** Why a placement is declined. */
export const DeclineReason: t.Type<events.DeclineReason> = /* @__PURE__ */ words<events.DeclineReason>({
  'too small': true,
  'too large': true,
  'too expensive': true,
  location: true,
  'condition of the flat': true,
  access: true,
  'chose another household': true,
  'no longer available': true,
  'no answer': true,
  other: true,
})

/** Why a tenancy ends. */
export const EndOfTenancy: t.Type<events.EndOfTenancy> = /* @__PURE__ */ words<events.EndOfTenancy>({
  notice: true,
  moved: true,
  exchange: true,
  'term ended': true,
  'left the municipality': true,
  died: true,
  other: true,
})
