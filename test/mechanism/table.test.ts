// The table "Mechanisms and what they guarantee" of the README, cell by cell: what it grants is tested as a law, what it
// denies is refuted by a stored counterexample which the audit finds. A cell that is neither fails.
import { readFileSync } from 'node:fs'
import type { Graph } from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairsOf } from '../matching/brute-force.ts'
import { counterexamples } from './counterexamples.ts'
import { instances, type Wishes } from './instances.ts'
import { mechanisms, properties } from './table.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const section =
  readme.split('\n## ').find(each => each.startsWith('Mechanisms and what they guarantee\n')) ?? ''
const lines = section.split('\n').filter(line => line.startsWith('|'))
const [[, ...columns] = [], , ...rows] = lines.map(line =>
  line
    .slice(1, -1)
    .split('|')
    .map(cell => cell.replaceAll('`', '').trim()),
)

/** Cell → the wishes with which it grants the property, and those with which it denies it. */
const meaning: Readonly<Record<string, { readonly holds?: Wishes; readonly fails: ReadonlyArray<Wishes> }>> =
  {
    yes: { holds: 'any', fails: [] },
    strict: { holds: 'strict', fails: ['binary'] },
    binary: { holds: 'binary', fails: ['strict'] },
    no: { fails: ['strict', 'binary'] },
  }

/** Whether every row of a graph has such wishes. */
const has = (graph: Graph, wishes: Wishes): boolean =>
  Array.from({ length: graph.rows }, (_, row) => pairsOf(graph, row)).every(pairs => {
    const distinct = new Set(pairs.map(([, fit]) => fit)).size
    return wishes === 'strict' ? distinct === pairs.length : distinct <= 1
  })

test('the table has every mechanism and every property', () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(mechanisms))
  expect(columns).toEqual(Object.keys(properties))
})

describe.each(
  rows.flatMap(([name = '', ...cells]) => cells.map((cell, at) => [name, columns[at] ?? '', cell])),
)('%s, %s: %s', (name = '', property = '', cell = '') => {
  const mechanism = mechanisms[name]
  const shortfall = properties[property]
  const { holds, fails } = meaning[cell] ?? { fails: [] }
  const cases = counterexamples[name]?.[property] ?? []

  test('has a known meaning', () => {
    expect(Object.keys(meaning)).toContain(cell)
  })

  if (mechanism === undefined || shortfall === undefined) return

  if (holds !== undefined)
    test('holds', () => {
      const slow = property === 'strategy-proof'
      fc.assert(
        fc.property(instances(slow ? 4 : 7, holds), instance => {
          expect(shortfall(mechanism, instance)).toBeUndefined()
        }),
        { numRuns: 300 },
      )
    })

  test.each(fails)('fails with %s wishes', wishes => {
    const refuting = cases.filter(each => each.wishes.includes(wishes))
    expect(refuting).not.toEqual([])
    for (const { instance } of refuting) {
      expect(has(instance.graph, wishes)).toBe(true)
      expect(shortfall(mechanism, instance)).toBeDefined()
    }
  })

  test('has no counterexample that it does not need', () => {
    expect(cases.filter(each => !each.wishes.some(wishes => fails.includes(wishes)))).toEqual([])
  })
})
