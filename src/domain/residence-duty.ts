import type { IsoDay } from './day.ts'

/**
 * What lifts a duty to reside from a day on: work, training or study of a member of the household. Work lifts it from
 * 15 hours a week on (§ 12a (1) sentence 2 AufenthG as of 2016-08-06); that it also earns enough is for the
 * caseworker to see before it is recorded.
 *
 * @category model
 */
export type Exemption =
  | { readonly ground: 'work'; readonly from: IsoDay; readonly weeklyHours: number }
  | { readonly ground: 'training' | 'study'; readonly from: IsoDay }

/**
 * The part of the country that a duty to reside names.
 *
 * @category model
 */
export type Scope = 'municipality' | 'county' | 'land'

/**
 * A duty to take up residence in a municipality, a county (Kreis) or a Land (Wohnsitzregelung, § 12a AufenthG).
 * `until` is the first day on which it no longer holds; `basis` the paragraph or order it rests on.
 *
 * @category model
 */
export interface ResidenceDuty {
  readonly scope: Scope
  readonly place: string
  readonly until: IsoDay
  readonly basis: string
  readonly exemption?: Exemption
}

const leastHours = 15

const lifts = (exemption: Exemption, on: IsoDay): boolean =>
  exemption.from <= on && (exemption.ground !== 'work' || exemption.weeklyHours >= leastHours)

/**
 * Whether a duty to reside binds on a day: it has not run out, and nothing lifts it.
 *
 * @example
 * ```ts
 * import { bindsOn, type IsoDay, type ResidenceDuty } from 'einzug'
 * const duty = { scope: 'land', place: 'NRW', until: '2019-08-06', basis: '§ 12a (1) AufenthG' } as ResidenceDuty
 * bindsOn(duty, '2019-08-05' as IsoDay) // => true
 * bindsOn(duty, '2019-08-06' as IsoDay) // => false
 * const from = '2018-09-01' as IsoDay
 * bindsOn({ ...duty, exemption: { ground: 'work', from, weeklyHours: 15 } }, from) // => false
 * bindsOn({ ...duty, exemption: { ground: 'work', from, weeklyHours: 14.5 } }, from) // => true
 * ```
 * @category predicates
 */
export const bindsOn = ({ until, exemption }: ResidenceDuty, on: IsoDay): boolean =>
  on < until && (exemption === undefined || !lifts(exemption, on))
