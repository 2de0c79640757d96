import type * as t from 'io-ts'
import type * as rule from '../rule/need-points.ts'
import { type HouseholdFlag, householdFlags, householdMeasures } from '../rule/quantity.ts'
import { codec, readOf } from './reading.ts'
import { Ages, Standard } from './rule.ts'
import { number, Text, whole, words } from './scalar.ts'
import { closed, formed, isObject, list, own } from './structure.ts'

const Points = /* @__PURE__ */ whole('whole points', 0, 1_000_000)

const Lacks = /* @__PURE__ */ closed<Extract<rule.NeedCount, { readonly lacks: unknown }>>(
  'what is lacking',
  {
    lacks: Standard,
  },
)
const Counts = /* @__PURE__ */ words<Extract<rule.NeedCount, string>>({
  ...householdMeasures,
  waitingDays: true,
})

const NeedCount = /* @__PURE__ */ codec<rule.NeedCount>(Counts.name, (u, faults) =>
  own(u, 'lacks') !== undefined
    ? readOf(Lacks)(u, faults)
    : isObject(u)
      ? readOf(Ages)(u, faults)
      : readOf(Counts)(u, faults),
)

type Form<K extends string> = Extract<rule.NeedPart, Readonly<Record<K, unknown>>>

/** @category policies */
export type NeedPart = rule.NeedPart

/**
 * A part of a points scheme; which of the three forms is meant is told by a key of its own.
 *
 * @category policies
 */
export const NeedPart: t.Type<rule.NeedPart> = /* @__PURE__ */ formed<rule.NeedPart>(
  'a part (each, if or byTier)',
  {
    each: /* @__PURE__ */ closed<Form<'each'>>(
      'a part',
      { name: Text, each: Points, of: NeedCount },
      { per: /* @__PURE__ */ number('a number above 0, up to 1e9', n => n > 0 && n <= 1e9), most: Points },
    ) as t.Type<rule.NeedPart>,
    if: /* @__PURE__ */ closed<Form<'if'>>('a part', {
      name: Text,
      if: /* @__PURE__ */ words<HouseholdFlag>(householdFlags),
      points: Points,
    }) as t.Type<rule.NeedPart>,
    byTier: /* @__PURE__ */ closed<Form<'byTier'>>('a part', {
      name: Text,
      byTier: /* @__PURE__ */ list('a list of points', Points),
    }) as t.Type<rule.NeedPart>,
  },
)
