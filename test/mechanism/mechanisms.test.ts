import { graphFromRows, verify } from 'einzug/matching'
import {
  augmentingPath,
  blockingPair,
  deferredAcceptance,
  firstComeFirstServed,
  maximumStable,
  serialDictatorship,
  topTradingCycles,
  transfers,
} from 'einzug/mechanism'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchings, pairsOf } from '../matching/brute-force.ts'
import { right } from '../matching/instances.ts'
import { type Instance, instances } from './instances.ts'
import {
  bestInOrder,
  blocks,
  cyclesByHand,
  isBlockedByTenants,
  regret,
  stableMatchings,
} from './references.ts'

const check = (most: number, law: (instance: Instance) => void, numRuns = 300): void => {
  fc.assert(fc.property(instances(most), law), { numRuns })
}

/** Whether `rowOf` says the same as `columnOf`. */
const isMutual = ({ columnOf, rowOf }: { columnOf: Int32Array; rowOf: Int32Array }): boolean =>
  columnOf.every((column, row) => column === -1 || rowOf[column] === row) &&
  rowOf.every((row, column) => row === -1 || columnOf[row] === column)

describe('serialDictatorship', () => {
  test('is the best of all matchings for the first row, then for the second, and so on', () => {
    check(6, ({ graph, order }) => {
      const outcome = right(serialDictatorship(graph, order))
      expect([...outcome.columnOf]).toEqual(bestInOrder({ graph, order }))
      expect(isMutual(outcome)).toBe(true)
    })
  })

  test('is first come, first served', () => {
    expect(firstComeFirstServed).toBe(serialDictatorship)
  })
})

describe('topTradingCycles', () => {
  test('trades the cycles of the paper', () => {
    check(6, instance => {
      const outcome = right(topTradingCycles(instance.graph, instance))
      expect([...outcome.columnOf]).toEqual(cyclesByHand(instance))
      expect(isMutual(outcome)).toBe(true)
    })
  })

  test('without tenants is serial dictatorship', () => {
    check(8, ({ graph, order }) => {
      const endowment = order.map(() => -1)
      expect(topTradingCycles(graph, { order, endowment })).toEqual(serialDictatorship(graph, order))
    })
  })
})

describe('transfers', () => {
  test('are the one outcome that no tenants can block, among those in which only tenants hold homes', () => {
    check(
      5,
      ({ graph, endowment }) => {
        const homes = new Set(endowment)
        const swaps = [...matchings(graph)].filter(columnOf =>
          columnOf.every((column, row) =>
            endowment[row] === -1 ? column === -1 : homes.has(column) && column !== -1,
          ),
        )
        const core = swaps.filter(columnOf => !isBlockedByTenants(graph, endowment, columnOf))
        expect(core).toEqual([[...right(transfers(graph, endowment)).columnOf]])
      },
      150,
    )
  })

  test('do not depend on the order, which topTradingCycles asks for', () => {
    check(7, ({ graph, order, endowment }) => {
      // nobody but tenants, nothing but their homes
      const kept = order.map((_, row) => endowment[row] !== -1)
      const homes = new Set(endowment)
      const only = {
        ...graph,
        fit: graph.fit.slice(),
        heads: graph.heads.slice(),
        offsets: graph.offsets.slice(),
      }
      let at = 0
      for (let row = 0; row < graph.rows; row++) {
        for (const [column, fit] of pairsOf(graph, row)) {
          if (kept[row] !== true || !homes.has(column)) continue
          only.heads[at] = column
          only.fit[at++] = fit
        }
        only.offsets[row + 1] = at
      }
      const trimmed = { ...only, heads: only.heads.slice(0, at), fit: only.fit.slice(0, at) }
      expect(topTradingCycles(trimmed, { order, endowment })).toEqual(transfers(graph, endowment))
    })
  })
})

describe('deferredAcceptance', () => {
  test('is best for all rows among the stable matchings if rows propose, worst if columns do', () => {
    check(6, ({ graph, priorities }) => {
      const stable = stableMatchings({ graph, priorities })
      const regrets = (columnOf: ArrayLike<number>) =>
        Array.from({ length: graph.rows }, (_, row) => regret(graph, columnOf, row))
      const all = stable.map(regrets)
      const extreme = (pick: (...values: Array<number>) => number) =>
        Array.from({ length: graph.rows }, (_, row) => pick(...all.map(each => each[row] ?? 0)))
      const byRows = right(deferredAcceptance(graph, { ofPairs: priorities }))
      const byColumns = right(deferredAcceptance(graph, { ofPairs: priorities }, { proposing: 'columns' }))
      expect(stable).toContainEqual([...byRows.columnOf])
      expect(stable).toContainEqual([...byColumns.columnOf])
      expect(regrets(byRows.columnOf)).toEqual(extreme(Math.min))
      expect(regrets(byColumns.columnOf)).toEqual(extreme(Math.max))
      expect([isMutual(byRows), isMutual(byColumns)]).toEqual([true, true])
    })
  })

  test('places the same rows and fills the same columns, whoever proposes', () => {
    check(12, ({ graph, priorities }) => {
      const [byRows, byColumns] = (['rows', 'columns'] as const).map(proposing => {
        const { columnOf, rowOf } = right(deferredAcceptance(graph, { ofPairs: priorities }, { proposing }))
        return [...columnOf, ...rowOf].map(partner => partner >= 0)
      })
      expect(byRows).toEqual(byColumns)
    })
  })

  test('with one ranking for all columns is serial dictatorship, whoever proposes', () => {
    check(8, ({ graph, order }) => {
      const ofRows = order.map((_, row) => order.indexOf(row))
      const picked = right(serialDictatorship(graph, order)).columnOf
      expect(right(deferredAcceptance(graph, { ofRows })).columnOf).toEqual(picked)
      expect(right(deferredAcceptance(graph, { ofRows }, { proposing: 'columns' })).columnOf).toEqual(picked)
    })
  })

  test('is weakly stable however ties fall', () => {
    check(8, ({ graph, priorities }) => {
      const { columnOf } = right(deferredAcceptance(graph, { ofPairs: priorities }))
      for (const row of columnOf.keys())
        for (const [column] of pairsOf(graph, row))
          expect(blocks({ graph, priorities }, columnOf, row, column)).toBe(false)
    })
  })
})

describe('maximumStable', () => {
  const total = (columnOf: ArrayLike<number>, of: (row: number) => number): number =>
    Array.from(columnOf).reduce((sum, column, row) => sum + (column < 0 ? 0 : of(row)), 0)

  test('houses most rows and most persons of all matchings, and proves who', () => {
    check(6, ({ graph, sizes }) => {
      const { columnOf, problem, ...proof } = right(maximumStable(graph, sizes))
      const all = [...matchings(graph)]
      for (const of of [() => 1, (row: number) => sizes[row] ?? 0])
        expect(total(columnOf, of)).toBe(Math.max(...all.map(each => total(each, of))))
      expect(verify(problem, { columnOf, ...proof })._tag).toBe('Right')
    })
  })

  test('of equal sizes, houses the lower row', () => {
    check(6, ({ graph, sizes }) => {
      const equal = sizes.map(() => 3)
      const { columnOf } = right(maximumStable(graph, equal))
      const placed = (each: ArrayLike<number>) => Array.from(each, column => (column < 0 ? 1 : 0)).join('')
      expect(placed(columnOf)).toBe([...matchings(graph)].map(placed).sort()[0])
    })
  })

  test('no matching gives every column as large a row, and one a larger one', () => {
    check(6, ({ graph, sizes }) => {
      const persons = (columnOf: ArrayLike<number>) =>
        Array.from({ length: graph.columns }, (_, column) => sizes[Array.from(columnOf).indexOf(column)] ?? 0)
      const has = persons(right(maximumStable(graph, sizes)).columnOf)
      for (const other of [...matchings(graph)].map(persons))
        expect(other.every((size, at) => size >= (has[at] ?? 0)) && other.join() !== has.join()).toBe(false)
    })
  })

  test('where only size decides, the largest first picks a stable and maximum matching, whatever the wishes', () => {
    const town = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
      beds: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
      fits: fc.array(fc.nat({ max: 3 }), { minLength: 36, maxLength: 36 }),
    })
    fc.assert(
      fc.property(town, ({ sizes, beds, fits }) => {
        const pairs = (size: number, row: number) =>
          [...beds.keys()]
            .filter(column => (beds[column] ?? 0) >= size)
            .map(column => [column, fits[6 * row + column] ?? 0] as const)
        const graph = right(graphFromRows(beds.length, sizes.map(pairs)))
        const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))
        const outcome = right(serialDictatorship(graph, order))
        const ofRows = sizes.map(size => 4 - size)
        expect(right(blockingPair(graph, { ofRows }, outcome))).toBeUndefined()
        expect(right(augmentingPath(graph, outcome))).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})
