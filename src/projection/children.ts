import type { IsoDay } from '../domain/day.ts'
import { dayOf } from '../domain/day.ts'
import type { Person } from '../domain/person.ts'
import { ageOn } from '../domain/person.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Breakdown } from './figure.ts'
import { isPresent, membersOn } from './history.ts'
import { type Home, homesOn } from './home.ts'

/**
 * The ages that departments plan by: Kita, school, and those of 16 and 17. `age not stated`: recorded as a child,
 * and no more is known.
 *
 * @category model
 */
export type ChildAge = '3 to 5' | '6 to 15' | '16 and 17' | 'age not stated'

/**
 * Children by age, and by the district they live in; the last row, `district: null`, holds those in a site
 * without a district, or nowhere known. Rows without children are left out.
 *
 * @category figures
 */
export type Children = Breakdown<ChildAge> & {
  readonly districts: ReadonlyArray<{
    readonly district: string | null
    readonly count: number
    readonly parts: Readonly<Record<ChildAge, number>>
  }>
}

const none: Readonly<Record<ChildAge, number>> = {
  '3 to 5': 0,
  '6 to 15': 0,
  '16 and 17': 0,
  'age not stated': 0,
}

const childAge = ({ age }: Person, on: IsoDay): ChildAge | undefined => {
  if (age.known === 'group') return age.group === 'child' ? 'age not stated' : undefined
  const years = ageOn(age, on) as number
  if (years < 3 || years > 17) return undefined
  return years < 6 ? '3 to 5' : years < 16 ? '6 to 15' : '16 and 17'
}

const districtOf = ({ flats, sites }: Census, home: Home | undefined, on: IsoDay): string | null => {
  if (home === undefined) return null
  const place = home.dwelling === 'flat' ? get(flats, home.place) : get(sites, home.place)
  return (place && valueOn<{ readonly district?: string }>(place.versions, dayOf(on)))?.district ?? null
}

const byName = (a: string | null, b: string | null): number =>
  a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

/**
 * The children of the population on a day by age and district: what the departments for day care and schools plan by.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, children, fold } from 'einzug'
 * import type { HouseholdId, HousingEvent, IsoDay, PersonId } from 'einzug'
 * const on = '2016-03-01' as IsoDay
 * const born = (id: string, day: string) => ({ id: id as PersonId, age: { known: 'birth', born: day as IsoDay } }) as const
 * const members = [born('P1', '1984-05-01'), born('P2', '2010-09-30'), born('P3', '2013-02-11')] as const
 * const household = { id: 'H1' as HouseholdId, members }
 * const log: ReadonlyArray<HousingEvent> = [{ type: 'HouseholdAssigned', data: { on, household, regime: 'AsylbLG' } }]
 * pipe(log, fold(census), children(on)).parts // => { '3 to 5': 2, '6 to 15': 0, '16 and 17': 0, 'age not stated': 0 }
 * ```
 * @category figures
 */
export const children =
  (day: IsoDay) =>
  (census: Census): Children => {
    const night = dayOf(day)
    const homes = homesOn(census, night)
    const parts = { ...none }
    const districts = new Map<string | null, Record<ChildAge, number>>()
    for (const household of rows(census.households)) {
      if (!isPresent(household, night)) continue
      const ages = membersOn(household, night).flatMap(person => childAge(person, day) ?? [])
      if (ages.length === 0) continue
      const district = districtOf(census, homes.get(household), day)
      const here = districts.get(district) ?? { ...none }
      for (const age of ages) {
        here[age]++
        parts[age]++
      }
      districts.set(district, here)
    }
    const sum = (counts: typeof none): number => Object.values(counts).reduce((all, count) => all + count, 0)
    return {
      figure: 'children',
      unit: 'persons',
      basis:
        'Persons of the population aged 3 to 17 on the day, and those recorded as children whose age is not stated, by the district of the flat or site they live in.',
      day,
      count: sum(parts),
      parts,
      districts: [...districts]
        .map(([district, counts]) => ({ district, count: sum(counts), parts: counts }))
        .sort((a, b) => byName(a.district, b.district)),
    }
  }
