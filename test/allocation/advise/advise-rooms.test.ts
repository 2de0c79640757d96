import { advise, type Flat, type FlatId, highsSolver, monthlyRent, type Policy } from 'einzug'
import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { countedIn } from '../../../src/allocation/advise/advise-budget.ts'
import { bestBundles } from '../../../src/allocation/advise/best-bundles.ts'
import { candidatesOf } from '../../../src/allocation/advise/candidates.ts'
import { day, flat, posed, questions, seeker } from '../instances.ts'
import { allocated, type Instance, isStrict, right, subsets } from './instances.ts'

/** A question of which some flats are on offer, and the others are listings, let whole or by one to three rooms. */
const instances = fc
  .tuple(questions(8), fc.nat(3), fc.boolean(), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8 }))
  .map(([{ flats, policy, ...question }, offered, byPersons, rooms]) => {
    const split = flats.map(
      ({ roomsLet: _, ...each }, at): Flat => (at % 3 === 2 ? each : { ...each, roomsLet: rooms[at] ?? 1 }),
    )
    const ranking: Policy['ranking'] = byPersons
      ? [{ by: 'persons', first: 'most' }, ...policy.ranking.filter(({ by }) => by !== 'persons')]
      : policy.ranking
    const posing: Instance = { ...question, policy: { ...policy, ranking }, flats: split.slice(0, offered) }
    return { question: posing, listings: split.slice(offered) }
  })

const countIn = (question: Instance, subset: ReadonlyArray<Flat>): number => {
  const { totals } = allocated(question, subset)
  return countedIn(posed(question)).counts === 'persons' ? totals.personsHoused : totals.placements
}

describe('advise, flats let by rooms', () => {
  test('one flat: who is housed in addition is who is if it is allocated again', () => {
    let several = 0
    fc.assert(
      fc.property(instances, ({ question, listings }) => {
        const before = allocated(question)
        const { each } = right(advise(posed(question), listings, { k: 0 }))
        for (const [at, { flatId, houses, persons, rent, moves }] of each.entries()) {
          const listing = listings[at] as Flat
          const after = allocated(question, [listing])
          if (houses.length > 1) several += 1
          expect([flatId, rent]).toEqual([listing.id, monthlyRent(listing)])
          expect(after.totals.placements).toBe(before.totals.placements + houses.length)
          for (const id of houses) expect(before.ids).not.toContain(id)
          expect(moves.map(({ householdId }) => householdId)).toEqual(expect.arrayContaining([...houses]))
          if (!isStrict(question)) continue
          expect([...houses].sort()).toEqual(after.ids.filter(id => !before.ids.includes(id)))
          expect(persons).toBe(after.totals.personsHoused - before.totals.personsHoused)
        }
      }),
    )
    expect(several).toBeGreaterThan(20)
  })

  test('the best k: no other k house more, persons or households as the ranking goes; and it is what allocating gives', () => {
    fc.assert(
      fc.property(instances, fc.nat(3), ({ question, listings }, k) => {
        const { best, gap } = right(advise(posed(question), listings, { k }))
        const chosen = listings.filter(({ id }) => best.some(({ flatId }) => flatId === id))
        expect(best.length).toBeLessThanOrEqual(k)
        expect(gap).toBe(0)
        const reached = countIn(question, chosen)
        for (const subset of subsets(listings))
          if (subset.length <= k) expect(countIn(question, subset)).toBeLessThanOrEqual(reached)
        const before = allocated(question)
        const after = allocated(question, chosen)
        const housed = best.flatMap(({ houses }) => houses)
        expect(after.totals.placements).toBe(before.totals.placements + housed.length)
        if (isStrict(question))
          expect(after.ids.filter(id => !before.ids.includes(id)).sort()).toEqual([...housed].sort())
      }),
    )
  })

  test('within a budget, by the search and by HiGHS: no choice the budget covers reaches more', async () => {
    const solver = highsSolver(await loadHighs())
    fc.assert(
      fc.property(instances, fc.nat(25), ({ question, listings }, hundreds) => {
        const monthlyBudget = hundreds * 10_000
        const worth = subsets(listings)
          .filter(subset => subset.reduce((sum, each) => sum + monthlyRent(each), 0) <= monthlyBudget)
          .map(subset => countIn(question, subset))
        const [none] = worth
        for (const options of [{}, { solver }]) {
          const { budget } = right(advise(posed(question), listings, { k: 0, monthlyBudget, ...options }))
          const most = Math.max(...worth) - (none ?? 0)
          expect(budget?.bound).toBeGreaterThanOrEqual(most)
          expect(budget?.value).toBeLessThanOrEqual(most)
          if (listings.every(({ roomsLet = 1 }) => roomsLet === 1)) continue
          expect([budget?.value, budget?.bound]).toEqual([most, most])
          expect(budget?.spent).toBeLessThanOrEqual(monthlyBudget)
        }
      }),
    )
  })

  test('HiGHS alone finds as much', async () => {
    const { choose } = highsSolver(await loadHighs())
    // a flat with two rooms for two, or one for the third
    const program = { worth: [1, 1, 1], prices: [500, 500], units: [2, 1], budget: 500 }
    const pairs = [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const
    expect(choose({ ...program, pairs })).toMatchObject({ columns: [0], value: 2 })
    expect(choose({ ...program, units: [1, 1], pairs })).toMatchObject({ value: 1 })
    const offered = { ...program, prices: [null, 500], units: [2, 1] }
    expect(choose({ ...offered, pairs })).toEqual({ columns: [1], value: 3 })
  })

  test('a search that is cut short still bounds what there is', () => {
    let short = 0
    fc.assert(
      fc.property(
        instances,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(12),
        ({ question, listings }, k, trials) => {
          const problem = posed(question)
          const { ranked, base } = countedIn(problem)
          const candidates = right(candidatesOf(problem, listings))
          const units = listings.map(({ roomsLet = 1 }) => roomsLet)
          const purchase = {
            ranked,
            solution: base,
            candidates,
            units,
            prices: listings.map(() => 1),
            budget: k,
          }
          const { value, bound } = right(bestBundles(purchase, trials))
          const most = Math.max(
            ...subsets(listings)
              .filter(subset => subset.length <= k)
              .map(subset => countIn(question, subset)),
          )
          expect(value + countIn(question, [])).toBeLessThanOrEqual(most)
          expect(bound + countIn(question, [])).toBeGreaterThanOrEqual(most)
          if (value < bound) short += 1
        },
      ),
    )
    expect(short).toBeGreaterThan(0)
  })

  test('a worked example: the flat that gains most by itself is not among the best two', () => {
    const wanting = (id: string, ...districts: ReadonlyArray<string>) =>
      seeker(id, 1, { wishes: { districts } })
    const problem = posed({
      on: day('2016-06-01'),
      policy: {
        name: 'P',
        version: '1',
        rules: [{ rule: 'oneOf', name: 'wanted', word: 'flat.district', list: 'household.districts' }],
        ranking: [{ by: 'lottery', seed: 1 }],
        preferences: [],
      },
      seekers: [
        wanting('a', 'West', 'Mitte'),
        wanting('b', 'West', 'Mitte'),
        wanting('c', 'West'),
        wanting('d', 'Ost', 'Mitte'),
        wanting('e', 'Ost', 'Mitte'),
        wanting('f', 'Ost'),
      ],
    })
    const rooms = (id: string, district: string, roomsLet: number) => flat(id, { district, roomsLet })
    const listings = [rooms('M', 'Mitte', 4), rooms('W', 'West', 3), rooms('O', 'Ost', 3)]
    const { each, best, gap } = right(advise(problem, listings, { k: 2 }))
    expect(each.map(({ houses }) => houses)).toEqual([
      ['a', 'b', 'd', 'e'],
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ])
    expect(best.map(({ flatId, persons }) => [flatId, persons])).toEqual([
      ['W', 3],
      ['O', 3],
    ])
    expect(gap).toBe(0)
    // let whole, the same flat is one of many rooms for one household
    const { roomsLet: _, ...whole } = rooms('M', 'Mitte', 4)
    expect(right(advise(problem, [whole], { k: 2 })).best).toMatchObject([
      { flatId: 'M' as FlatId, persons: 1 },
    ])
  })
})
