import type { IsoDay } from './day.ts'
import { yearsLived } from './day.ts'
import type { PersonId } from './id.ts'

/**
 * A group that case files use when they say nothing more exact: under 18, 18 to 64, 65 and older.
 *
 * @category model
 */
export type AgeGroup = 'child' | 'adult' | 'senior'

/**
 * What is known of a person's age: the date of birth, the age in whole years on some day, or only a group.
 *
 * @category model
 */
export type Age =
  | { readonly known: 'birth'; readonly born: IsoDay }
  | { readonly known: 'years'; readonly years: number; readonly on: IsoDay }
  | { readonly known: 'group'; readonly group: AgeGroup }

/**
 * Ages in whole years, `from` included and `below` not; a bound that is absent is none. `{ below: 6 }` are the
 * children under 6.
 *
 * @category model
 */
export interface AgeBand {
  readonly from?: number
  readonly below?: number
}

/** @category model */
export type Sex = 'female' | 'male' | 'diverse'

/**
 * A member of a household. `partner` and `parents` name other persons by id, in this household or elsewhere.
 * `origin`, where it is recorded, serves to see whether all are treated alike: no rule, ranking or preference can
 * name it.
 *
 * @category model
 */
export interface Person {
  readonly id: PersonId
  readonly age: Age
  readonly sex?: Sex
  readonly partner?: PersonId
  readonly parents?: ReadonlyArray<PersonId>
  readonly origin?: string
}

/**
 * A person's age in whole years on a day; `undefined` where only the group is known. An age recorded in years
 * is taken to grow on the anniversary of its recording: it is then at most one year too low.
 *
 * @example
 * ```ts
 * import { ageOn, type IsoDay } from 'einzug'
 * const day = '2017-06-30' as IsoDay
 * ageOn({ known: 'birth', born: '2000-07-01' as IsoDay }, day) // => 16
 * ageOn({ known: 'years', years: 37, on: '2015-06-30' as IsoDay }, day) // => 39
 * ageOn({ known: 'group', group: 'senior' }, day) // => undefined
 * ```
 * @category age
 */
export const ageOn = (age: Age, on: IsoDay): number | undefined => {
  switch (age.known) {
    case 'birth':
      return yearsLived(age.born, on)
    case 'years':
      return age.years + yearsLived(age.on, on)
    case 'group':
      return undefined
  }
}

/**
 * A person's age group on a day. A group that was recorded as such is kept.
 *
 * @example
 * ```ts
 * import { ageGroupOn, type IsoDay } from 'einzug'
 * ageGroupOn({ known: 'birth', born: '1999-07-01' as IsoDay }, '2017-06-30' as IsoDay) // => 'child'
 * ageGroupOn({ known: 'group', group: 'senior' }, '2017-06-30' as IsoDay) // => 'senior'
 * ```
 * @category age
 */
export const ageGroupOn = (age: Age, on: IsoDay): AgeGroup => {
  if (age.known === 'group') return age.group
  const years = age.known === 'birth' ? yearsLived(age.born, on) : age.years + yearsLived(age.on, on)
  return years < 18 ? 'child' : years < 65 ? 'adult' : 'senior'
}

const spans: Readonly<Record<AgeGroup, readonly [from: number, below: number]>> = {
  child: [-Infinity, 18],
  adult: [18, 65],
  senior: [65, Infinity],
}

/**
 * Whether a person's age falls into a band on a day; `undefined` where only the group is known and part of it lies
 * in the band.
 *
 * @example
 * ```ts
 * import { isAged, type IsoDay } from 'einzug'
 * const day = '2017-06-30' as IsoDay
 * isAged({ known: 'birth', born: '2011-06-30' as IsoDay }, { below: 6 }, day) // => false
 * isAged({ known: 'birth', born: '2011-07-01' as IsoDay }, { below: 6 }, day) // => true
 * isAged({ known: 'group', group: 'adult' }, { from: 6 }, day) // => true
 * isAged({ known: 'group', group: 'child' }, { from: 6 }, day) // => undefined
 * ```
 * @category age
 */
export const isAged = (
  age: Age,
  { from = -Infinity, below = Infinity }: AgeBand,
  on: IsoDay,
): boolean | undefined => {
  const years = ageOn(age, on)
  if (years !== undefined) return from <= years && years < below
  const [least, beyond] = spans[ageGroupOn(age, on)]
  if (from <= least && beyond <= below) return true
  return beyond <= from || below <= least ? false : undefined
}
