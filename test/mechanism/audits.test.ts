import type { Graph } from 'einzug/matching'
import {
  augmentingPath,
  blockingPair,
  deferredAcceptance,
  individualLoss,
  justifiedEnvy,
  manipulation,
  maximumStable,
  paretoImprovement,
  serialDictatorship,
  topTradingCycles,
  wastedColumn,
} from 'einzug/mechanism'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { componentsOf } from '../../src/mechanism/audit/components.ts'
import { matchings, pairsOf } from '../matching/brute-force.ts'
import { right } from '../matching/instances.ts'
import { graphOf, type Instance, instances } from './instances.ts'
import { anyMatching, blocks, dominates, fitOf, moved } from './references.ts'

/** Any instance and any matching of it, good or bad. */
const check = (
  most: number,
  law: (instance: Instance, columnOf: ReadonlyArray<number>) => void,
  numRuns = 400,
): void => {
  const picks = fc.array(fc.nat({ max: 5 }), { minLength: most, maxLength: most })
  fc.assert(
    fc.property(instances(most), picks, (instance, each) => {
      law(instance, anyMatching(instance.graph, each))
    }),
    { numRuns },
  )
}

/** Every row and column of a graph of which this holds, the first row first. */
const everyPair = (graph: Graph, holds: (row: number, column: number) => boolean) =>
  Array.from({ length: graph.rows }, (_, row) => pairsOf(graph, row).map(([column]) => ({ row, column })))
    .flat()
    .filter(({ row, column }) => holds(row, column))

describe('blockingPair, justifiedEnvy and wastedColumn find the first of all', () => {
  test('of any matching', () => {
    check(6, ({ graph, priorities }, columnOf) => {
      const blocking = everyPair(graph, (row, column) =>
        blocks({ graph, priorities }, columnOf, row, column),
      ).map(pair => ({ ...pair, holder: columnOf.indexOf(pair.column) }))
      const [ofPairs, outcome] = [priorities, { columnOf }]
      expect(right(blockingPair(graph, { ofPairs }, outcome))).toEqual(blocking[0])
      const held = blocking.find(({ holder }) => holder >= 0)
      expect(right(justifiedEnvy(graph, { ofPairs }, outcome))).toEqual(held)
      expect(right(wastedColumn(graph, outcome))).toEqual(blocking.find(({ holder }) => holder < 0))
    })
  })

  test('one ranking for all is that ranking at each pair', () => {
    check(6, ({ graph, sizes }, columnOf) => {
      const ofPairs = sizes.flatMap((size, row) => pairsOf(graph, row).map(() => size))
      expect(blockingPair(graph, { ofRows: sizes }, { columnOf })).toEqual(
        blockingPair(graph, { ofPairs }, { columnOf }),
      )
    })
  })
})

describe('individualLoss', () => {
  test('finds the first row that had better', () => {
    check(6, ({ graph, endowment }, columnOf) => {
      const row = columnOf.findIndex(
        (column, each) => fitOf(graph, each, column) < fitOf(graph, each, endowment[each]),
      )
      const loss = row < 0 ? undefined : { row, endowment: endowment[row], column: columnOf[row] }
      expect(right(individualLoss(graph, endowment, { columnOf }))).toEqual(loss)
    })
  })
})

describe('augmentingPath', () => {
  test('places one row more, if any matching does, and moves nobody out', () => {
    check(6, ({ graph }, columnOf) => {
      const count = (each: ReadonlyArray<number>) => each.filter(column => column >= 0).length
      const moves = right(augmentingPath(graph, { columnOf }))
      const most = Math.max(...[...matchings(graph)].map(count))
      expect(moves !== undefined).toBe(count(columnOf) < most)
      if (moves === undefined) return
      const after = moved(columnOf, moves)
      expect([...matchings(graph)]).toContainEqual(after)
      expect(count(after)).toBe(count(columnOf) + 1)
      expect(columnOf[moves.rows[0] ?? -1]).toBe(-1)
      expect(after.every((column, row) => column >= 0 || columnOf[row] === -1)).toBe(true)
    })
  })
})

describe('paretoImprovement', () => {
  test('is found if and only if some matching is better for one row and worse for none', () => {
    check(6, ({ graph }, columnOf) => {
      const moves = right(paretoImprovement(graph, { columnOf }))
      const all = [...matchings(graph)]
      expect(moves !== undefined).toBe(all.some(each => dominates(graph, each, columnOf)))
      if (moves === undefined) return
      const after = moved(columnOf, moves)
      expect(all).toContainEqual(after)
      expect(dominates(graph, after, columnOf)).toBe(true)
      const [first = -1] = moves.rows
      expect(fitOf(graph, first, after[first])).toBeGreaterThan(fitOf(graph, first, columnOf[first]))
    })
  })

  test('of columns liked as well, too: a row that loses nothing makes room for another', () => {
    // row 0 likes both columns equally and holds the only one that row 1 accepts
    const graph = graphOf([[[0, 1], [1, 1]], [[0, 1]]]) // biome-ignore format: one row a list
    const moves = right(paretoImprovement(graph, { columnOf: [0, -1] }))
    expect(moves).toEqual({ rows: [1, 0], columns: [0, 1] })
  })
})

describe('componentsOf', () => {
  test('has two nodes in one component if each is reached from the other', () => {
    const digraph = fc.integer({ min: 1, max: 8 }).chain(nodes =>
      fc.array(fc.array(fc.nat({ max: nodes - 1 }), { maxLength: 3 }), {
        minLength: nodes,
        maxLength: nodes,
      }),
    )
    fc.assert(
      fc.property(digraph, arcs => {
        const ends = arcs.map((_, node) => arcs.slice(0, node).flat().length)
        const component = componentsOf({
          offsets: Int32Array.from([...ends, arcs.flat().length]),
          heads: Int32Array.from(arcs.flat()),
        })
        const reached = arcs.map((_, start) => {
          const nodes = new Set([start])
          for (const node of nodes) for (const head of arcs[node] ?? []) nodes.add(head)
          return nodes
        })
        for (const a of arcs.keys())
          for (const b of arcs.keys())
            expect(component[a] === component[b]).toBe(
              reached[a]?.has(b) === true && reached[b]?.has(a) === true,
            )
      }),
      { numRuns: 400 },
    )
  })
})

describe('manipulation', () => {
  test('tries every list of some of the columns in some order', () => {
    const graph = graphOf([[[0, 3], [1, 2], [2, 1]]]) // biome-ignore format: one row a list
    const seen: Array<string> = []
    right(
      manipulation(graph, each => {
        seen.push(JSON.stringify(pairsOf(each, 0)))
        return { _tag: 'Right', right: { columnOf: [-1] } }
      }),
    )
    expect(seen).toHaveLength(1 + 16) // the truth, and 1 + 3 + 6 + 6 lists
    expect(new Set(seen).size).toBe(16)
    expect(seen).toContain('[[0,2],[2,3]]') // column 2, then column 0
  })

  test('finds a row that gains if columns propose and there are two stable matchings, and only then', () => {
    // Gale & Sotomayor, Amer. Math. Monthly 92 (1985): a list cut short behind its best stable column brings it to a row
    const places = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    const market = fc.tuple(...[0, 1, 2, 3].map(() => places), ...[0, 1, 2, 3].map(() => places))
    fc.assert(
      fc.property(market, lists => {
        const graph = graphOf(
          lists.slice(0, 4).map(fits => fits.map((fit, column) => [column, fit] as const)),
        )
        const ranks = [0, 1, 2, 3].flatMap(row => lists.slice(4).map(ranksOf => ranksOf[row] ?? -1))
        const columnsPropose = (each: Graph, pairs: Int32Array) => {
          const ofPairs = Array.from(pairs, pair => ranks[pair] ?? -1)
          return deferredAcceptance(each, { ofPairs }, { proposing: 'columns' })
        }
        const gain = right(manipulation(graph, columnsPropose))
        const worst = right(deferredAcceptance(graph, { ofPairs: ranks }, { proposing: 'columns' }))
        const best = right(deferredAcceptance(graph, { ofPairs: ranks }))
        expect(gain === undefined).toBe(best.columnOf.join() === worst.columnOf.join())
        if (gain === undefined) return
        expect(gain.truthful).toBe(worst.columnOf[gain.row])
        expect(fitOf(graph, gain.row, gain.gained)).toBeGreaterThan(fitOf(graph, gain.row, gain.truthful))
        expect(gain.report).toContain(gain.gained)
      }),
      { numRuns: 200 },
    )
  })

  test('passes over lists that the mechanism refuses', () => {
    // row 0 would like to say that it does not accept its home, which is the other's second choice
    const graph = graphOf([[[0, 1], [1, 2]], [[0, 1], [1, 2]]]) // biome-ignore format: one row a list
    const tenants = { order: [1, 0], endowment: [0, -1] }
    expect(right(manipulation(graph, each => topTradingCycles(each, tenants)))).toBeUndefined()
  })

  test('hands on what the mechanism says of the true wishes, and refuses no matching', () => {
    const graph = graphOf([[[0, 1]]])
    expect(manipulation(graph, each => serialDictatorship(each, [1]))).toMatchObject({
      left: { _tag: 'NotARow', of: 'order', at: 0, found: 1 },
    })
    expect(manipulation(graph, () => ({ _tag: 'Right', right: { columnOf: [1] } }))).toMatchObject({
      left: { _tag: 'NotAPair', of: 'columnOf', row: 0, column: 1 },
    })
  })

  test('takes rows with seven pairs and no more', () => {
    const wide = (pairs: number) => graphOf([[], Array.from({ length: pairs }, (_, k) => [k, k] as const)])
    const sized = (graph: Graph) => maximumStable(graph, [1, 1])
    const none = (graph: Graph) => ({ _tag: 'Right' as const, right: { columnOf: [-1, graph.rows - 3] } })
    expect(manipulation(wide(7), none)).toEqual({ _tag: 'Right', right: undefined })
    expect(manipulation(wide(8), sized)).toEqual({
      _tag: 'Left',
      left: { _tag: 'TooManyReports', row: 1, found: 8, most: 7 },
    })
  })
})
