import { type Graph, graphFromArrays } from 'einzug/matching'
import { describe, expect, test } from 'vitest'
import { type InstanceClass, instanceClasses, ranked } from '../../bench/matching/instances/index.ts'
import { scoreOf, valuesOf } from '../../bench/matching/instances/instance.ts'

const n = 1_000
const make = (name: InstanceClass, seed = 2015) => instanceClasses[name](name === 'dense' ? 40 : n, seed)

const degrees = ({ offsets, rows }: Graph): ReadonlyArray<number> =>
  Array.from({ length: rows }, (_, row) => (offsets[row + 1] as number) - (offsets[row] as number))

describe.each(ranked)('%s', name => {
  const { graph, ranks, classes } = make(name)

  test('is the same for the same seed, and another one for another', () => {
    expect(make(name)).toEqual({ graph, ranks, classes })
    expect(make(name, 2016).graph.heads).not.toEqual(graph.heads)
  })

  test('is a graph', () => {
    expect(graphFromArrays(graph)._tag).toBe('Right')
    expect(graph.rows).toBe(n)
    expect(ranks).toHaveLength(n)
  })

  test('has three tiers, of about 10, 30 and 60 in a hundred', () => {
    const shares = [0, 1, 2].map(tier => ranks.filter(rank => rank === tier).length / n)
    expect(classes).toBe(3)
    expect(shares.map(share => Math.round(10 * share))).toEqual([1, 3, 6])
  })

  test('has fits from 0 to 1000', () => {
    expect(graph.fit.every(fit => fit >= 0 && fit <= 1000)).toBe(true)
  })

  test('has about 35 pairs for each household', () => {
    const mean = graph.heads.length / n
    expect(mean).toBeGreaterThan(name === 'scarce' ? 15 : 25)
    expect(mean).toBeLessThan(45)
  })
})

test('degenerate has four fits', () => {
  expect(new Set(make('degenerate').graph.fit)).toEqual(new Set([0, 100, 200, 300]))
})

test('scarce has fewer flats than households, and households without any', () => {
  const { graph } = make('scarce')
  expect(graph.columns).toBeLessThan(graph.rows)
  expect(degrees(graph)).toContain(0)
})

test('contended has the pairs of structured, and one fit for each flat', () => {
  const { graph } = make('contended')
  expect(graph.heads).toEqual(make('structured').graph.heads)
  const fits = new Set(Array.from(graph.heads, (flat, k) => flat * 1001 + (graph.fit[k] as number)))
  expect(fits.size).toBe(new Set(graph.heads).size)
})

test('dense has every pair, and its graph is the mirror image of its costs', () => {
  const { graph, costs } = make('dense')
  expect(graphFromArrays(graph)._tag).toBe('Right')
  expect(degrees(graph)).toEqual(Array.from({ length: 40 }, () => 40))
  expect(Array.from(graph.fit, fit => 100 - fit)).toEqual(costs?.flat())
})

test('an answer scores the sum of its values', () => {
  const instance = make('scarce')
  const { heads, offsets, columns } = instance.graph
  const values = valuesOf(instance)
  const taken = new Set<number>()
  let sum = 0
  const columnOf = degrees(instance.graph).map((degree, row) => {
    const k = offsets[row] as number
    const column = heads[k] as number
    if (degree === 0 || taken.has(column)) return -1
    taken.add(column)
    sum += values[k] as number
    return column
  })
  expect(scoreOf(instance, columnOf)).toMatchObject({ placed: taken.size, objective: sum })
  const first = columnOf.findIndex(column => column >= 0)
  expect(scoreOf(instance, columnOf.with(first, columns))).toBeUndefined()
  expect(scoreOf(instance, columnOf.fill(columnOf[first] as number))).toBeUndefined()
})
