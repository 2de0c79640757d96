import {
  type AdviceOptions,
  advise,
  type BudgetProgram,
  type BudgetSolver,
  type Flat,
  type FlatId,
  highsSolver,
  monthlyRent,
  type Policy,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { day, flat, posed, questions, seeker } from '../instances.ts'
import { allocated, type Instance, isStrict, right, subsets } from './instances.ts'

/** A question of which some flats are on offer, and the others are listings. */
const instances = (most: number) =>
  fc
    .tuple(questions(most), fc.nat(4), fc.boolean())
    .map(([{ flats, policy, ...question }, offered, byPersons]) => {
      const whole = flats.map(({ roomsLet: _, ...each }): Flat => each)
      const ranking: Policy['ranking'] = byPersons
        ? [{ by: 'persons', first: 'most' }, ...policy.ranking.filter(({ by }) => by !== 'persons')]
        : policy.ranking
      const posing: Instance = { ...question, policy: { ...policy, ranking }, flats: whole.slice(0, offered) }
      return { question: posing, listings: whole.slice(offered) }
    })

describe('advise', () => {
  test('one flat: who is housed in addition is who is if it is allocated again', () => {
    let found = 0
    fc.assert(
      fc.property(instances(8), ({ question, listings }) => {
        const before = allocated(question)
        const { each } = right(advise(posed(question), listings, { k: 0 }))
        expect(each.map(({ flatId }) => flatId)).toEqual(listings.map(({ id }) => id))
        for (const [at, { houses, persons, rent, personsPerEuro, moves }] of each.entries()) {
          const listing = listings[at] as Flat
          const after = allocated(question, [listing])
          const gained = after.ids.filter(id => !before.ids.includes(id))
          found += houses.length
          expect(houses.length).toBeLessThanOrEqual(1)
          if (isStrict(question)) expect(gained).toEqual(houses)
          expect(after.totals.placements).toBe(before.totals.placements + houses.length)
          if (houses.length > 0) expect(moves.at(-1)?.householdId).toBe(houses[0])
          expect(rent).toBe(monthlyRent(listing))
          expect(personsPerEuro).toBeCloseTo((persons * 100) / rent)
        }
      }),
    )
    expect(found).toBeGreaterThan(20)
  })

  test('the best k: no other k house more, or more persons where those come first; and it is what allocating gives', () => {
    fc.assert(
      fc.property(instances(8), fc.nat(4), ({ question, listings }, k) => {
        const { best, gap } = right(advise(posed(question), listings, { k }))
        expect(gap).toBe(0)
        const before = allocated(question)
        const after = allocated(
          question,
          listings.filter(({ id }) => best.some(({ flatId }) => flatId === id)),
        )
        expect(best.length).toBeLessThanOrEqual(k)
        expect(after.totals.placements).toBe(before.totals.placements + best.length)
        if (isStrict(question))
          expect(after.ids.filter(id => !before.ids.includes(id)).sort()).toEqual(
            best.flatMap(({ houses }) => houses).sort(),
          )
        const byPersons = question.policy.ranking[0]?.by === 'persons'
        for (const subset of subsets(listings)) {
          if (subset.length > k) continue
          const other = allocated(question, subset)
          expect(after.totals.placements).toBeGreaterThanOrEqual(other.totals.placements)
          if (byPersons) expect(after.totals.personsHoused).toBeGreaterThanOrEqual(other.totals.personsHoused)
        }
      }),
    )
  })

  test('within a budget: never beyond it, never above the bound, and what allocating gives; the bound holds for all choices', () => {
    let exact = 0
    fc.assert(
      fc.property(instances(8), fc.nat(25), ({ question, listings }, hundreds) => {
        const monthlyBudget = hundreds * 10_000
        const { budget } = right(advise(posed(question), listings, { k: 0, monthlyBudget }))
        if (budget === null) throw new Error('a budget was given')
        const count = (subset: ReadonlyArray<Flat>): number => {
          const { totals } = allocated(question, subset)
          return budget.counts === 'persons' ? totals.personsHoused : totals.placements
        }
        const chosen = listings.filter(({ id }) => budget.steps.some(({ flatId }) => flatId === id))
        const priceOf = (subset: ReadonlyArray<Flat>) =>
          subset.reduce((sum, each) => sum + monthlyRent(each), 0)
        expect(budget.spent).toBe(priceOf(chosen))
        expect(budget.spent).toBeLessThanOrEqual(monthlyBudget)
        expect(budget.value).toBe(count(chosen) - count([]))
        expect(budget.value).toBeLessThanOrEqual(budget.bound)
        for (const subset of subsets(listings))
          if (priceOf(subset) <= monthlyBudget)
            expect(count(subset) - count([])).toBeLessThanOrEqual(budget.bound)
        expect(budget.attestedBy).toBeNull()
        if (budget.value === budget.bound) exact += 1
      }),
    )
    expect(exact).toBeGreaterThan(50)
  })

  test('within a budget, by HiGHS: no choice the budget covers reaches more', async () => {
    const solver = highsSolver(await loadHighs())
    fc.assert(
      fc.property(instances(8), fc.nat(25), ({ question, listings }, hundreds) => {
        const monthlyBudget = hundreds * 10_000
        const { budget } = right(advise(posed(question), listings, { k: 0, monthlyBudget, solver }))
        if (budget === null) throw new Error('a budget was given')
        const worth = subsets(listings)
          .filter(subset => subset.reduce((sum, each) => sum + monthlyRent(each), 0) <= monthlyBudget)
          .map(subset => allocated(question, subset).totals)
          .map(({ personsHoused, placements }) => (budget.counts === 'persons' ? personsHoused : placements))
        const before = Math.min(...worth)
        expect(budget.value).toBe(Math.max(...worth) - before)
        expect(budget.attestedBy).toBe(budget.value === budget.bound ? null : 'HiGHS')
        expect(budget.steps.reduce((sum, { rent }) => sum + rent, 0)).toBe(budget.spent)
        expect(budget.spent).toBeLessThanOrEqual(monthlyBudget)
      }),
    )
  })

  const policy: Policy = {
    name: 'P',
    version: '1',
    rules: [
      { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { times: 1, of: 'persons' }, unit: 'rooms' },
    ],
    ranking: [{ by: 'persons', first: 'most' }],
    preferences: [],
  }
  // a knapsack whose best choice wastes money: a large flat for the large household, or two cheap ones
  const question = {
    on: day('2016-06-01'),
    policy,
    seekers: [seeker('A', 4), seeker('B', 3), seeker('C', 3)],
  }
  const tight = {
    problem: posed(question),
    listings: [
      flat('four', { rooms: 4, rent: { cold: 61_000 } }),
      flat('three', { rooms: 3, rent: { cold: 50_000 } }),
      flat('three-too', { rooms: 3, rent: { cold: 50_000 } }),
    ],
  }

  test('a worked example: the budget pays for two flats of three', () => {
    const monthlyBudget = 100_000
    const { budget } = right(advise(tight.problem, tight.listings, { k: 0, monthlyBudget }))
    expect(budget).toMatchObject({ counts: 'persons', value: 6, bound: 6, spent: 100_000 })
    const { budget: less } = right(advise(tight.problem, tight.listings, { k: 0, monthlyBudget: 99_999 }))
    expect(less).toMatchObject({ value: 4, spent: 61_000 })
    expect(less?.bound).toBe(6)
  })

  test('a budget that pays for everything is not spent on what something cheaper would do', () => {
    const problem = posed({ on: day('2016-06-01'), policy, seekers: [seeker('A', 5), seeker('B', 1)] })
    const either = (id: string, rooms: number, cold: number) => flat(id, { rooms, rent: { cold } })
    const listings = [either('large', 5, 15_000), either('larger', 6, 20_000), either('small', 1, 10_000)]
    const { budget } = right(advise(problem, listings, { k: 0, monthlyBudget: 100_000 }))
    expect(budget).toMatchObject({ value: 6, bound: 6, spent: 25_000 })
  })

  test('a solver is not believed: its choice is counted again', () => {
    const asks = (answer: ReturnType<BudgetSolver['choose']>) =>
      advise(tight.problem, tight.listings, {
        k: 0,
        monthlyBudget: 99_999,
        solver: { name: 'S', choose: () => answer },
      })
    expect(right(asks({ columns: [0], value: 4 })).budget).toMatchObject({ value: 4, attestedBy: 'S' })
    expect(asks(null)).toEqual(E.left({ _tag: 'SolverFailed', by: 'S', stated: null, found: 4 }))
    expect(asks({ columns: [0], value: 5 })).toEqual(
      E.left({ _tag: 'SolverFailed', by: 'S', stated: 5, found: 4 }),
    )
    expect(asks({ columns: [0, 1], value: 7 })).toMatchObject({ left: { _tag: 'SolverFailed', found: -1 } })
    expect(asks({ columns: [7], value: 4 })).toMatchObject({ left: { _tag: 'SolverFailed', found: -1 } })
    // worse than what was found without it
    expect(asks({ columns: [1], value: 3 })).toMatchObject({ left: { _tag: 'SolverFailed', found: 3 } })
  })

  test('HiGHS that finds no optimum gives no choice', () => {
    const program: BudgetProgram = { worth: [1], prices: [5], units: [1], pairs: [[0, 0]], budget: 5 }
    const solver = highsSolver({
      solve: () => ({ Status: 'Time limit reached', ObjectiveValue: 0, Columns: {} }),
    })
    expect(solver.choose(program)).toBeNull()
  })

  test('counts households where the ranking does not follow their size', () => {
    const waiting = { ...policy, ranking: [{ by: 'waitingSince' }] } as const
    const problem = posed({ ...question, policy: waiting })
    expect(right(advise(problem, tight.listings, { k: 0, monthlyBudget: 61_000 })).budget).toMatchObject({
      counts: 'households',
      value: 1,
    })
  })

  test('refuses what is no listing, no count and no budget', () => {
    const { problem, listings } = tight
    const refused = (flats: ReadonlyArray<Flat>, options: AdviceOptions) => advise(problem, flats, options)
    expect(refused(listings, { k: -1 })).toEqual(E.left({ _tag: 'BadCount', found: -1 }))
    expect(refused(listings, { k: 1.5 })).toEqual(E.left({ _tag: 'BadCount', found: 1.5 }))
    expect(refused(listings, { k: 0, monthlyBudget: -1 })).toEqual(E.left({ _tag: 'BadBudget', found: -1 }))
    expect(refused(listings, { k: 0, monthlyBudget: 0.5 })).toEqual(E.left({ _tag: 'BadBudget', found: 0.5 }))
    expect(refused([...listings, flat('four')], { k: 1 })).toEqual(
      E.left({ _tag: 'RepeatedFlat', flatId: 'four' as FlatId }),
    )
    const inTurn = posed({ ...question, policy: { ...policy, procedure: 'in turn' } })
    expect(advise(inTurn, listings, { k: 1 })).toEqual(
      E.left({ _tag: 'OtherProcedure', procedure: 'in turn' }),
    )
    const offered = posed({ on: day('2016-06-01'), policy, seekers: [], flats: [flat('four')] })
    expect(advise(offered, listings, { k: 1 })).toEqual(E.left({ _tag: 'RepeatedFlat', flatId: 'four' }))
    expect(right(refused([], { k: 3, monthlyBudget: 0 }))).toMatchObject({
      each: [],
      best: [],
      budget: { value: 0 },
    })
  })
})
