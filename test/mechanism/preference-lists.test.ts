import { graphFromRows } from 'einzug/matching'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLists, rowLists } from '../../src/mechanism/preference-lists.ts'
import { right } from '../matching/instances.ts'
import { wishesOf } from './references.ts'

const limits = [0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1, 2 ** 31 - 2, 2 ** 31 - 1]
const numbers = fc.oneof(fc.constantFrom(...limits), fc.nat({ max: 2 ** 31 - 1 }))

test('rows list columns by fit, of equal fits the lower first', () => {
  fc.assert(
    fc.property(fc.array(fc.array(numbers, { maxLength: 5 }), { maxLength: 5 }), fits => {
      const rows = fits.map(each => each.map((fit, column) => [column, fit] as const))
      const graph = right(graphFromRows(5, rows))
      const { offsets, pairs } = rowLists(graph)
      for (const row of fits.keys()) {
        const list = pairs.subarray(offsets[row], offsets[row + 1])
        expect([...list].map(pair => graph.heads[pair])).toEqual(wishesOf(graph, row))
      }
    }),
    { numRuns: 300 },
  )
})

test('columns list rows by rank, of equal ranks the lower first', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 6, maxLength: 6 }), fc.nat({ max: 6 }), (ranks, rows) => {
      const graph = right(
        graphFromRows(
          1,
          Array.from({ length: rows }, () => [[0, 0]] as const),
        ),
      )
      const { offsets, pairs } = columnLists(graph, Int32Array.from(ranks.slice(0, rows)))
      const sorted = [...Array(rows).keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
      expect([...offsets]).toEqual([0, rows])
      expect([...pairs]).toEqual(sorted)
    }),
    { numRuns: 300 },
  )
})
