// Instances with known answers from the papers that the mechanisms come from.
import type { Graph } from 'einzug/matching'
import { blockingPair, deferredAcceptance, paretoImprovement, topTradingCycles } from 'einzug/mechanism'
import { describe, expect, test } from 'vitest'
import { matchings } from '../matching/brute-force.ts'
import { right } from '../matching/instances.ts'
import { graphOf } from './instances.ts'
import { stableMatchings } from './references.ts'

type Lists = ReadonlyArray<ReadonlyArray<number>>

/** Lists of columns from 1, best first, as a graph. */
const wishes = (lists: Lists): Graph =>
  graphOf(lists.map(list => list.map((column, at) => [column - 1, list.length - at] as const)))

/** Complete lists of rows from 1, first first, one per column, as a number per pair. */
const prioritiesOf = (lists: Lists): ReadonlyArray<number> =>
  lists.flatMap((_, row) => lists.map(list => list.indexOf(row + 1)))

const fromOne = ({ columnOf }: { readonly columnOf: ArrayLike<number> }) =>
  Array.from(columnOf, column => column + 1)

const orders = (of: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  of.length === 0
    ? [[]]
    : of.flatMap(first => orders(of.filter(each => each !== first)).map(rest => [first, ...rest]))

const proposed = (graph: Graph, ofPairs: ReadonlyArray<number>) => ({
  byRows: fromOne(right(deferredAcceptance(graph, { ofPairs }))),
  byColumns: fromOne(right(deferredAcceptance(graph, { ofPairs }, { proposing: 'columns' }))),
})

describe('Gale & Shapley, Amer. Math. Monthly 69 (1962)', () => {
  test('example 1: three stable marriages, the men like one best, the women another', () => {
    const graph = wishes([[1, 2, 3], [2, 3, 1], [3, 1, 2]]) // biome-ignore format: a table
    const ofPairs = prioritiesOf([[2, 3, 1], [3, 1, 2], [1, 2, 3]]) // biome-ignore format: a table
    expect(proposed(graph, ofPairs)).toEqual({ byRows: [1, 2, 3], byColumns: [3, 1, 2] })
    const stable = [...matchings(graph)].filter(
      columnOf => right(blockingPair(graph, { ofPairs }, { columnOf })) === undefined,
    )
    expect(stable.map(columnOf => fromOne({ columnOf }))).toEqual([[1, 2, 3], [2, 3, 1], [3, 1, 2]]) // biome-ignore format: a table
  })

  test('example 2: one stable marriage, in which nobody has the first choice', () => {
    const graph = wishes([[1, 2, 3, 4], [1, 4, 3, 2], [2, 1, 3, 4], [4, 2, 3, 1]]) // biome-ignore format: a table
    const ofPairs = prioritiesOf([[4, 3, 1, 2], [2, 4, 1, 3], [4, 1, 2, 3], [3, 2, 1, 4]]) // biome-ignore format: a table
    expect(proposed(graph, ofPairs)).toEqual({ byRows: [3, 4, 1, 2], byColumns: [3, 4, 1, 2] })
    expect(stableMatchings({ graph, priorities: ofPairs })).toEqual([[2, 3, 0, 1]])
  })
})

test('Irving, Leather & Gusfield, JACM 34 (1987): of 23 stable marriages, the best for men and for women', () => {
  const men = [
    [3, 1, 5, 7, 4, 2, 8, 6],
    [6, 1, 3, 4, 8, 7, 5, 2],
    [7, 4, 3, 6, 5, 1, 2, 8],
    [5, 3, 8, 2, 6, 1, 4, 7],
    [4, 1, 2, 8, 7, 3, 6, 5],
    [6, 2, 5, 7, 8, 4, 3, 1],
    [7, 8, 1, 6, 2, 3, 4, 5],
    [2, 6, 7, 1, 8, 3, 4, 5],
  ]
  const women = [
    [4, 3, 8, 1, 2, 5, 7, 6],
    [3, 7, 5, 8, 6, 4, 1, 2],
    [7, 5, 8, 3, 6, 2, 1, 4],
    [6, 4, 2, 7, 3, 1, 5, 8],
    [8, 7, 1, 5, 6, 4, 3, 2],
    [5, 4, 7, 6, 2, 8, 3, 1],
    [1, 4, 5, 6, 2, 8, 3, 7],
    [2, 5, 4, 3, 7, 8, 1, 6],
  ]
  const [graph, ofPairs] = [wishes(men), prioritiesOf(women)]
  const stable = orders([...men.keys()]).filter(
    columnOf => right(blockingPair(graph, { ofPairs }, { columnOf })) === undefined,
  )
  expect(stable).toHaveLength(23)
  const { byRows, byColumns } = proposed(graph, ofPairs)
  expect(byRows).toEqual([3, 1, 7, 5, 4, 6, 8, 2])
  expect(byColumns).toEqual([7, 8, 2, 1, 6, 4, 3, 5])
  // every woman has her first choice
  expect(byColumns.map((woman, man) => women[woman - 1]?.indexOf(man + 1))).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('weak stability (Irving, Discrete Applied Mathematics 48, 1994): stable however ties are broken', () => {
  // both men are indifferent, both women put man 1 first: two weakly stable marriages, neither super-stable
  const graph = graphOf([[[0, 1], [1, 1]], [[0, 1], [1, 1]]]) // biome-ignore format: one row a list
  const stable = [...matchings(graph)].filter(
    columnOf => right(blockingPair(graph, { ofRows: [0, 1] }, { columnOf })) === undefined,
  )
  expect(stable).toEqual([[0, 1], [1, 0]]) // biome-ignore format: a table
  expect(stable).toContainEqual([...right(deferredAcceptance(graph, { ofRows: [0, 1] })).columnOf])
})

describe('Abdulkadiroğlu & Sönmez', () => {
  test('J. Economic Theory 88 (1999), 5.1: four tenants, a newcomer and seven houses', () => {
    const graph = wishes([
      [2, 6, 5, 1, 4, 3, 7],
      [7, 1, 6, 5, 4, 3, 2],
      [2, 1, 4, 7, 3, 6, 5],
      [2, 4, 3, 6, 1, 7, 5],
      [4, 3, 7, 1, 2, 5, 6],
    ])
    const tenants = { order: [0, 1, 2, 3, 4], endowment: [0, 1, 2, 3, -1] }
    expect(fromOne(right(topTradingCycles(graph, tenants)))).toEqual([2, 7, 1, 4, 3])
  })

  test('Amer. Economic Review 93 (2003): the stable matching is not efficient', () => {
    const graph = wishes([[2, 1, 3], [1, 2, 3], [1, 2, 3]]) // biome-ignore format: a table
    const ofPairs = prioritiesOf([[1, 3, 2], [2, 1, 3], [2, 1, 3]]) // biome-ignore format: a table
    const outcome = right(deferredAcceptance(graph, { ofPairs }))
    expect(fromOne(outcome)).toEqual([1, 2, 3])
    expect(right(paretoImprovement(graph, outcome))).toEqual({ rows: [0, 1], columns: [1, 0] })
  })
})
