import * as fc from 'fast-check'
import type { AgeBand } from '../../domain/person.ts'
import type { FlatQuantity, HouseholdQuantity, Unit } from '../../rule/quantity.ts'
import { flatMeasures, householdMeasures, unitsFor } from '../../rule/quantity.ts'
import type { Amount, People, Term } from '../../rule/rule.ts'
import { type StandardName, standards } from '../../rule/standard.ts'
import { plain, whole } from './plain.ts'

export const householdQuantities = Object.keys(householdMeasures) as ReadonlyArray<HouseholdQuantity>

/** What a policy may reasonably write in a unit: the least, the greatest and the smallest step. */
const scale: Readonly<Record<Unit, { readonly min: number; readonly max: number; readonly parts: number }>> =
  {
    EUR: { min: 200, max: 1500, parts: 100 },
    cent: { min: 20_000, max: 150_000, parts: 1 },
    'm²': { min: 15, max: 150, parts: 100 },
    rooms: { min: 0, max: 7, parts: 2 },
    persons: { min: 0, max: 12, parts: 1 },
    days: { min: -30, max: 730, parts: 1 },
    floors: { min: 0, max: 12, parts: 1 },
  }

/** A number of a unit; `share` of the scale for numbers that are multiplied by persons. */
const written = (unit: Unit, share = 1): fc.Arbitrary<number> => {
  const { min, max, parts } = scale[unit]
  const of = (n: number): number => Math.round(n * parts * share)
  return fc.oneof(
    fc.integer({ min: Math.round(min * share), max: Math.round(max * share) }),
    fc.integer({ min: of(min), max: of(max) }).map(n => n / parts),
  )
}

/** Ages from some year on, below one, or between two. */
const band: fc.Arbitrary<AgeBand> = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 1, 2))
  .map(([from, more, bounds]) =>
    bounds === 0 ? { from } : bounds === 1 ? { below: more } : { from, below: from + more },
  )

/** Who counts: people of a household, or those of an age. */
export const people = (): fc.Arbitrary<People> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...householdQuantities) }, { weight: 1, arbitrary: band })

/** One part of what a household asks, in any of its forms. */
const term = (unit: Unit): fc.Arbitrary<Term> =>
  fc.oneof<Array<fc.Arbitrary<Term>>>(
    whole<{ fixed: number }>({ fixed: written(unit) }),
    plain<{ times: number; of: People; plus: number }, 'times' | 'of'>(
      { times: written(unit, 0.25), of: people(), plus: written(unit, 0.5) },
      ['times', 'of'],
    ),
    plain<{ byPersons: ReadonlyArray<number | null>; eachFurther: number; percent: number }, 'byPersons'>(
      {
        byPersons: fc.array(fc.option(written(unit), { freq: 7 }), { minLength: 1, maxLength: 8 }),
        eachFurther: written(unit, 0.25),
        percent: fc.integer({ min: 80, max: 130 }),
      },
      ['byPersons'],
    ),
    ...standardsIn(unit).map(standard =>
      whole<{ standard: StandardName }>({ standard: fc.constant(standard) }),
    ),
  )

const standardsIn = (unit: Unit): ReadonlyArray<StandardName> =>
  (Object.keys(standards) as ReadonlyArray<StandardName>).filter(name =>
    unitsFor(standards[name].quantity).includes(unit),
  )

/** What a household asks: mostly one term, now and then a sum. */
export const amount = (unit: Unit): fc.Arbitrary<Amount> =>
  fc.oneof(
    { weight: 5, arbitrary: term(unit) },
    {
      weight: 1,
      arbitrary: whole<{ sum: ReadonlyArray<Term> }>({
        sum: fc.array(term(unit), { minLength: 1, maxLength: 3 }),
      }),
    },
  )

/** A quantity of a flat, and a unit it may be written in. */
export const measured = (): fc.Arbitrary<{ readonly flat: FlatQuantity; readonly unit: Unit }> =>
  fc.constantFrom(
    ...(Object.keys(flatMeasures) as ReadonlyArray<FlatQuantity>).flatMap(flat =>
      unitsFor(flat).map(unit => ({ flat, unit })),
    ),
  )
