import { graphFromRows, greedy, hallSet, rankedProblem, solve, verify, verifyHallSet } from 'einzug/matching'
import { describe, expect, test } from 'vitest'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'
import { right } from './instances.ts'

/** Housing-benefit maxima 2016, level II, for one to five persons in €, then for each further one. */
const maxima = [351, 425, 506, 591, 675]
const further = 81

const rentCap = (persons: number): number => {
  const listed = maxima[Math.min(persons, maxima.length) - 1] ?? 0
  return Math.round((listed + further * Math.max(0, persons - maxima.length)) * 110) / 100
}

const number = (cell: string | undefined): number => Number(cell)

describe.skipIf(!sharedDataIsThere)('329 real cases and 230 real flats', () => {
  // read inside the callback only when the data are there
  const cases = (sharedDataIsThere ? sharedRows('households/hias_fy17_cases_329.csv') : []).map(
    each =>
      number(each['number of children']) +
      number(each['number of adults']) +
      number(each['number of seniors']),
  )
  const flats = (sharedDataIsThere ? sharedRows('flats/nrw_flats_230.csv') : []).map(
    ({ rent, livingSpace }) => ({ rent: number(rent), area: number(livingSpace) }),
  )
  /** Fit: how little area is left over beyond 9 m² a person, so that many flats tie. */
  const rows = cases.map(persons =>
    flats.flatMap(({ rent, area }, column) =>
      rent <= rentCap(persons) && area >= 9 * persons && area <= 50 + 15 * (persons - 1)
        ? [[column, Math.max(0, 100 - Math.floor(area - 9 * persons))] as const]
        : [],
    ),
  )
  const graph = right(graphFromRows(flats.length, rows))
  const most = Math.max(0, ...cases)

  test('have 27,737 pairs, and every case has one', () => {
    expect([graph.rows, graph.columns, graph.heads.length]).toEqual([329, 230, 27_737])
    expect(cases.reduce((sum, persons) => sum + persons, 0)).toBe(839)
    expect(rows.every(row => row.length > 0)).toBe(true)
  })

  test.each([
    ['without a ranking', () => 0],
    ['ranked by persons', (persons: number) => most - persons],
    ['ranked by persons, then by number', (persons: number, row: number) => (most - persons) * 1000 + row],
  ])('place 200, %s', (_, rankOf) => {
    const problem = right(rankedProblem(graph, cases.map(rankOf)))
    const solution = solve(problem)
    expect(verify(problem, solution)).toEqual({ _tag: 'Right', right: solution.totals })
    expect(solution.totals.placed).toBe(200)
    expect(greedy(problem).columnOf.filter(column => column >= 0).length).toBe(200)
    const unplaced = [...solution.columnOf.keys()].filter(row => solution.columnOf[row] === -1)
    expect(unplaced.length).toBe(129)
    for (const row of unplaced) {
      const set = hallSet(graph, solution, row)
      expect(verifyHallSet(problem, solution, row, set)).toEqual({ _tag: 'Right', right: set })
    }
  })

  test('house 710 persons, ranked by persons', () => {
    const problem = right(
      rankedProblem(
        graph,
        cases.map(persons => most - persons),
      ),
    )
    const persons = (columnOf: Int32Array) =>
      cases.reduce((sum, each, row) => sum + ((columnOf[row] ?? -1) >= 0 ? each : 0), 0)
    expect(persons(solve(problem).columnOf)).toBe(710)
    expect(persons(greedy(problem).columnOf)).toBe(710)
  })
})
