import { graphFromRows } from 'einzug/matching'
import {
  augmentingPath,
  blockingPair,
  deferredAcceptance,
  type InputError,
  individualLoss,
  justifiedEnvy,
  maximumStable,
  paretoImprovement,
  serialDictatorship,
  topTradingCycles,
  transfers,
  wastedColumn,
} from 'einzug/mechanism'
import { describe, expect, test } from 'vitest'
import { right } from '../matching/instances.ts'

// column 1 is nobody's, rows 0 and 1 share column 0, row 2 has nothing
const graph = right(graphFromRows(3, [[[0, 1], [2, 1]], [[0, 2]], []])) // biome-ignore format: one row a list
const none = [-1, -1, -1]
const mostWhole = 2 ** 31 - 1

const orders: ReadonlyArray<readonly [ReadonlyArray<number>, InputError | undefined]> = [
  [[2, 0, 1], undefined],
  [[0, 1], { _tag: 'WrongCount', of: 'order', expected: 3, found: 2 }],
  [[0, 1, 2, 0], { _tag: 'WrongCount', of: 'order', expected: 3, found: 4 }],
  [[0, 3, 1], { _tag: 'NotARow', of: 'order', at: 1, found: 3 }],
  [[0, -1, 1], { _tag: 'NotARow', of: 'order', at: 1, found: -1 }],
  [[0, 0.5, 1], { _tag: 'NotARow', of: 'order', at: 1, found: 0.5 }],
  [[0, Number.NaN, 1], { _tag: 'NotARow', of: 'order', at: 1, found: Number.NaN }],
  [[0, 2, 0], { _tag: 'RepeatedRow', of: 'order', at: 2, row: 0 }],
]

const assigned = (
  of: 'endowment' | 'columnOf',
): ReadonlyArray<readonly [ReadonlyArray<number>, InputError | undefined]> => [
  [none, undefined],
  [[2, 0, -1], undefined],
  [[2, 0], { _tag: 'WrongCount', of, expected: 3, found: 2 }],
  [[2, 0, -1, -1], { _tag: 'WrongCount', of, expected: 3, found: 4 }],
  [[1, 0, -1], { _tag: 'NotAPair', of, row: 0, column: 1 }],
  [[3, 0, -1], { _tag: 'NotAPair', of, row: 0, column: 3 }],
  [[-2, 0, -1], { _tag: 'NotAPair', of, row: 0, column: -2 }],
  [[0.5, 0, -1], { _tag: 'NotAPair', of, row: 0, column: 0.5 }],
  [[2, Number.NaN, -1], { _tag: 'NotAPair', of, row: 1, column: Number.NaN }],
  [[-1, -1, 0], { _tag: 'NotAPair', of, row: 2, column: 0 }],
  [[0, 0, -1], { _tag: 'RepeatedColumn', of, row: 1, column: 0 }],
]

/** Lists of three numbers. */
const numbers = (
  of: 'priorities' | 'sizes',
  least: number,
): ReadonlyArray<readonly [ReadonlyArray<number>, InputError | undefined]> => {
  const notWhole = (at: number, found: number) =>
    ({ _tag: 'NotWhole', of, at, found, least, most: mostWhole }) as const
  return [
    [[least, mostWhole, least], undefined],
    [[5, 5], { _tag: 'WrongCount', of, expected: 3, found: 2 }],
    [[5, 5, 5, 5], { _tag: 'WrongCount', of, expected: 3, found: 4 }],
    [[5, least - 1, 5], notWhole(1, least - 1)],
    [[mostWhole + 1, 5, 5], notWhole(0, mostWhole + 1)],
    [[5, 5, 1.5], notWhole(2, 1.5)],
    [[5, Number.NaN, 5], notWhole(1, Number.NaN)],
  ]
}

const errorOf = (result: { readonly _tag: string; readonly left?: unknown }): unknown => result.left

describe('what is wrong is said, and where', () => {
  test.each(orders)('order %j', (order, error) => {
    expect(errorOf(serialDictatorship(graph, order))).toEqual(error)
    expect(errorOf(topTradingCycles(graph, { order, endowment: none }))).toEqual(error)
  })

  test.each(assigned('endowment'))('endowment %j', (endowment, error) => {
    expect(errorOf(topTradingCycles(graph, { order: [0, 1, 2], endowment }))).toEqual(error)
    expect(errorOf(transfers(graph, endowment))).toEqual(error)
    expect(errorOf(individualLoss(graph, endowment, { columnOf: none }))).toEqual(error)
  })

  test.each(assigned('columnOf'))('outcome %j', (columnOf, error) => {
    const outcome = { columnOf }
    const ofRows = [0, 0, 0]
    expect(errorOf(augmentingPath(graph, outcome))).toEqual(error)
    expect(errorOf(paretoImprovement(graph, outcome))).toEqual(error)
    expect(errorOf(wastedColumn(graph, outcome))).toEqual(error)
    expect(errorOf(individualLoss(graph, none, outcome))).toEqual(error)
    expect(errorOf(blockingPair(graph, { ofRows }, outcome))).toEqual(error)
    expect(errorOf(justifiedEnvy(graph, { ofRows }, outcome))).toEqual(error)
  })

  test.each(numbers('priorities', 0))('priorities %j', (given, error) => {
    // there are three rows, and three pairs
    for (const priorities of [{ ofRows: given }, { ofPairs: given }]) {
      expect(errorOf(deferredAcceptance(graph, priorities))).toEqual(error)
      expect(errorOf(blockingPair(graph, priorities, { columnOf: none }))).toEqual(error)
      expect(errorOf(justifiedEnvy(graph, priorities, { columnOf: none }))).toEqual(error)
    }
  })

  test.each(numbers('sizes', 1))('sizes %j', (sizes, error) => {
    expect(errorOf(maximumStable(graph, sizes))).toEqual(error)
  })

  test('fits beyond what can be added exactly', () => {
    const rows = Array.from({ length: 2 ** 20 }, () => [])
    const heavy = right(graphFromRows(2 ** 20, [[[0, mostWhole]], ...rows]))
    expect(errorOf(maximumStable(heavy, new Int32Array(heavy.rows).fill(1)))).toMatchObject({
      _tag: 'ValuesTooLarge',
      most: 2 ** 51,
    })
  })
})

test('nobody and nothing', () => {
  const empty = right(graphFromRows(0, []))
  const outcome = { columnOf: [] }
  for (const result of [
    serialDictatorship(empty, []),
    topTradingCycles(empty, { order: [], endowment: [] }),
    transfers(empty, []),
    deferredAcceptance(empty, { ofRows: [] }),
    deferredAcceptance(empty, { ofPairs: [] }, { proposing: 'columns' }),
    maximumStable(empty, []),
  ])
    expect([...right(result).columnOf]).toEqual([])
  for (const result of [
    augmentingPath(empty, outcome),
    paretoImprovement(empty, outcome),
    wastedColumn(empty, outcome),
    individualLoss(empty, [], outcome),
    blockingPair(empty, { ofRows: [] }, outcome),
  ])
    expect(right<unknown, unknown>(result)).toBeUndefined()
})
