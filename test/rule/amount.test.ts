import type { Age, Amount, IsoDay, Unit } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountFor, amountOf, asking, countOf } from '../../src/rule/amount.ts'
import { sumOf, toNumber } from '../../src/rule/decimal.ts'
import { amount as anyAmount } from '../../src/testing/arbitrary/amount.ts'
import * as testing from '../../src/testing/arbitrary/index.ts'
import { aged, day, household } from './town.ts'

/** A number with up to `places` decimals, as written and as `units × 10^-places`. */
const written = (places: number, max = 1_000_000) =>
  fc.tuple(fc.integer({ min: -max, max }), fc.nat(places)).map(([units, used]) => ({
    number: Number(`${units}e-${used}`),
    big: BigInt(units) * 10n ** BigInt(places - used),
  }))

const halfUp = (a: bigint, b: bigint): bigint => {
  const doubled = 2n * a + b
  const quotient = doubled / (2n * b)
  return doubled < 0n && doubled % (2n * b) !== 0n ? quotient - 1n : quotient
}

describe('an amount is what pencil and paper say', () => {
  test('tables in euros: entry and each further, scaled, rounded once to the cent, halves up', () => {
    fc.assert(
      fc.property(
        written(3),
        written(3),
        fc.nat(12),
        fc.integer({ min: 0, max: 2000 }).map(tenths => ({ number: tenths / 10, big: BigInt(tenths) })),
        (entry, each, further, percent) => {
          const amount = { byPersons: [1, entry.number], eachFurther: each.number, percent: percent.number }
          const sum = entry.big + BigInt(further) * each.big
          // thousandths of a euro × tenths of a percent: 10 × 1000 to the cent
          expect(amountFor(amount, 'EUR', 2 + further)).toBe(Number(halfUp(sum * percent.big, 10_000n)) + 0)
          expect(amountFor(amount, 'cent', 2 + further)).toBe(
            Number(halfUp(sum * percent.big, 1_000_000n)) + 0,
          )
        },
      ),
    )
  })

  test('so much for each person in square metres: the number that the decimal sum reads as', () => {
    fc.assert(
      fc.property(written(2), written(2), fc.nat(12), (times, plus, count) => {
        const amount = { times: times.number, plus: plus.number, of: 'persons' } as const
        const exact = times.big * BigInt(count) + plus.big
        expect(amountFor(amount, 'm²', count)).toBe(Number(`${exact}e-2`))
      }),
    )
  })

  test.each<[Amount, Unit, number, number]>([
    [{ byPersons: [351, 425, 506, 591, 675], percent: 110 }, 'EUR', 1, 38_610],
    [{ byPersons: [351, 425, 506, 591, 675], percent: 110 }, 'EUR', 3, 55_660],
    [{ byPersons: [351, 425, 506, 591, 675], eachFurther: 81, percent: 110 }, 'EUR', 7, 92_070],
    [{ byPersons: [0.05], percent: 110 }, 'EUR', 1, 6],
    [{ byPersons: [0.04], percent: 110 }, 'EUR', 1, 4],
    [{ byPersons: [0.05], eachFurther: 0.05, percent: 110 }, 'EUR', 2, 11],
    [{ byPersons: [0.05], eachFurther: 0.05, percent: 110 }, 'EUR', 4, 22],
    [{ byPersons: [35_100], percent: 110 }, 'cent', 1, 38_610],
    [{ byPersons: [5], percent: 110 }, 'cent', 1, 6],
    [{ byPersons: [50], percent: 112.5 }, 'm²', 1, 56.25],
    [{ byPersons: [50], eachFurther: 15 }, 'm²', 3, 80],
    [{ fixed: 1.005 }, 'EUR', 1, 101],
    [{ fixed: 1.005 }, 'm²', 1, 1.005],
    [{ fixed: 2.5 }, 'cent', 1, 3],
    [{ times: 0.1, of: 'persons' }, 'm²', 3, 0.3],
    [{ times: 9, of: 'persons' }, 'm²', 3, 27],
    [{ times: 9.995, of: 'persons' }, 'EUR', 3, 2999],
    [{ times: 0.1, of: 'persons', plus: 0.2 }, 'm²', 1, 0.3],
  ])('%j in %s asks of %i persons: %d', (amount, unit, persons, asked) => {
    expect(amountFor(amount, unit, persons)).toBe(asked)
  })

  test('in steps of ten cents: so many times ten cents', () => {
    for (let tenths = 1; tenths <= 10_000; tenths++) {
      expect(amountFor({ fixed: tenths / 10 }, 'EUR', 1)).toBe(tenths * 10)
    }
  })
})

describe('an amount is not stated', () => {
  test.each<[Amount, number]>([
    [{ byPersons: [1, null, 3] }, 2],
    [{ byPersons: [1, 2, 3] }, 4],
    [{ byPersons: [1, null], eachFurther: 1 }, 3],
    [{ byPersons: [], eachFurther: 1 }, 1],
    [{ byPersons: [] }, 1],
  ])('%j for %i persons', (amount, persons) => {
    expect(amountFor(amount, 'm²', persons)).toBeUndefined()
  })

  test('but stated at both ends of the table', () => {
    expect(amountFor({ byPersons: [1, null, 3] }, 'm²', 1)).toBe(1)
    expect(amountFor({ byPersons: [1, null, 3] }, 'm²', 3)).toBe(3)
    expect(amountFor({ byPersons: [1, null, 3], eachFurther: 2 }, 'm²', 4)).toBe(5)
  })
})

describe('an amount counts', () => {
  const seeker = household({ persons: 5, children: 3 })

  test('persons, adults or children, as it says; persons for a table', () => {
    expect(countOf({ times: 1, of: 'persons' }, seeker, day)).toBe(5)
    expect(countOf({ times: 1, of: 'adults' }, seeker, day)).toBe(2)
    expect(countOf({ times: 1, of: 'children' }, seeker, day)).toBe(3)
    expect(countOf({ byPersons: [1] }, seeker, day)).toBe(5)
    expect(amountOf({ times: 2, of: 'children', plus: 1 }, 'rooms', seeker, day)).toBe(7)
    expect(amountOf({ byPersons: [1, 2, 3, 4, 5.5] }, 'rooms', seeker, day)).toBe(5.5)
  })
})

const born = (on: string): Age => ({ known: 'birth', born: on as IsoDay })
const group = (each: 'child' | 'adult' | 'senior'): Age => ({ known: 'group', group: each })

describe('people of an age', () => {
  const area: Amount = {
    sum: [
      { times: 9, of: { from: 6 } },
      { times: 6, of: { below: 6 } },
    ],
  }
  const asked = (...ages: ReadonlyArray<Age>) => amountOf(area, 'm²', aged(...ages), day)

  test('are as old as on the day: six on the sixth birthday', () => {
    expect(asked(born('2010-03-01'))).toBe(9)
    expect(asked(born('2010-03-02'))).toBe(6)
    expect(asked(born('1980-01-01'), born('2010-03-01'), born('2010-03-02'), born('2016-03-01'))).toBe(30)
  })

  test('may be known by years, or by a group that decides', () => {
    expect(asked({ known: 'years', years: 5, on: day })).toBe(6)
    expect(asked({ known: 'years', years: 6, on: day })).toBe(9)
    expect(asked(group('adult'), group('senior'))).toBe(18)
    expect(asked(group('adult'), group('child'))).toBeUndefined()
  })

  test.each<[object, 'child' | 'adult' | 'senior', number | undefined]>([
    [{ below: 18 }, 'child', 1],
    [{ below: 17 }, 'child', undefined],
    [{ from: 18 }, 'child', 0],
    [{ from: 17 }, 'child', undefined],
    [{ from: 0 }, 'child', undefined],
    [{}, 'child', 1],
    [{ from: 18, below: 65 }, 'adult', 1],
    [{ from: 19 }, 'adult', undefined],
    [{ below: 64 }, 'adult', undefined],
    [{ below: 18 }, 'adult', 0],
    [{ from: 65 }, 'adult', 0],
    [{ from: 65 }, 'senior', 1],
    [{ from: 66 }, 'senior', undefined],
    [{ below: 65 }, 'senior', 0],
  ])('%j of one %s: %s', (of, one, people) => {
    expect(countOf({ times: 1, of }, aged(group(one)), day)).toBe(people)
  })

  test('and all others make up the household, wherever the line is drawn', () => {
    fc.assert(
      fc.property(
        testing.seeker({ known: ['birth', 'years'] }),
        testing.day(),
        fc.nat(100),
        (seeker, on, line) => {
          const parts: Amount = {
            sum: [
              { times: 1, of: { from: line } },
              { times: 1, of: { below: line } },
            ],
          }
          expect(amountOf(parts, 'persons', seeker, on)).toBe(seeker.household.members.length)
        },
      ),
    )
  })
})

describe('a sum', () => {
  test('is rounded once, not term by term', () => {
    const third = { byPersons: [0.05], percent: 110 }
    expect(amountFor({ sum: [third, third] }, 'EUR', 1, 1)).toBe(11)
    expect(amountFor(third, 'EUR', 1)).toBe(6)
    expect(amountFor({ sum: [{ fixed: 0.1 }, { fixed: 0.2 }] }, 'm²', 1, 1)).toBe(0.3)
    expect(amountFor({ sum: [{ fixed: 0.125 }, third, { fixed: 7 }] }, 'EUR', 1, 1, 1)).toBe(718)
  })

  test('is not stated where a term is not', () => {
    expect(amountFor({ sum: [{ fixed: 1 }, { byPersons: [null] }] }, 'm²', 1, 1)).toBeUndefined()
    expect(
      amountFor({ sum: [{ times: 0, of: 'persons' }, { fixed: 1 }] }, 'm²', undefined, 1),
    ).toBeUndefined()
  })

  test('of whole terms is the sum of what they ask, in any order', () => {
    const terms = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat(9)), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(terms, all => {
        const sum = all.map(([times]) => ({ times, of: 'persons' }) as const)
        const counts = all.map(([, count]) => count)
        const expected = all.reduce((total, [times, count]) => total + times * count, 0)
        expect(amountFor({ sum }, 'm²', ...counts)).toBe(expected)
        expect(amountFor({ sum: sum.toReversed() }, 'm²', ...counts.toReversed())).toBe(expected)
      }),
    )
  })
})

test('asked of many households, an amount is what each is asked alone', () => {
  const unit = fc.constantFrom<Unit>('EUR', 'm²', 'rooms')
  fc.assert(
    fc.property(
      unit.chain(each => fc.tuple(fc.constant(each), anyAmount(each))),
      fc.array(testing.seeker(), { maxLength: 6 }),
      testing.day(),
      ([unit, amount], seekers, on) => {
        expect(seekers.map(asking(amount, unit, on))).toEqual(
          seekers.map(seeker => amountOf(amount, unit, seeker, on)),
        )
      },
    ),
  )
})

describe('a decimal sum', () => {
  test('reads very small and very large numbers as they are written', () => {
    expect(sumOf([1e-7, 3])).toEqual({ digits: 3, scale: 10_000_000 })
    expect(sumOf([1.5e-7, 2])).toEqual({ digits: 30, scale: 100_000_000 })
    expect(sumOf([1e21, 2])).toEqual({ digits: 2e21, scale: 1 })
    expect(toNumber(sumOf([0.1, 1], [0.2, 1]))).toBe(0.3)
    expect(toNumber(sumOf([48.25, 1], [48.2, -1]))).toBe(0.05)
  })

  test('takes no more than 15 places', () => {
    expect(sumOf([1e-15, 1])).toEqual({ digits: 1, scale: 1e15 })
    expect(sumOf([5e-324, 1])).toEqual({ digits: 0, scale: 1e15 })
  })
})
