// An outside result: HiGHS solves the same instances as linear programs, and must find no better objective.
import { graphFromArrays, rankedProblem, solve, verify } from 'einzug/matching'
import { describe, expect, test } from 'vitest'
import { instanceClasses, ranked } from '../../bench/matching/instances/index.ts'
import { scoreOf } from '../../bench/matching/instances/instance.ts'
import { highs } from '../../bench/matching/sparse-peers.ts'
import { right } from './instances.ts'

describe.each(ranked)('%s', name => {
  test.each([
    [40, 1],
    [120, 2],
    [300, 3],
  ])('at %i × itself, seed %i, is solved as HiGHS solves it', async (n, seed) => {
    const instance = instanceClasses[name](n, seed)
    const run = await highs.prepare(instance, { scratch: '', limit: 60 })
    const problem = right(rankedProblem(right(graphFromArrays(instance.graph)), instance.ranks))
    const solution = solve(problem)
    expect(verify(problem, solution)._tag).toBe('Right')
    expect(scoreOf(instance, solution.columnOf)?.objective).toBe(scoreOf(instance, run().columnOf)?.objective)
  })
})
