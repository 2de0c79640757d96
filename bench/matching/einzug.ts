import { graphFromArrays, type Result, rankedProblem, solve, verify } from 'einzug/matching'
import { assign, verifyAssignment } from 'einzug/matching/assignment'
import { type Engine, type Run, timed } from './engine.ts'
import type { Instance } from './instances/instance.ts'

/** This library: solving, with the proof made and checked. The only file here that calls it. */
export const einzug: Engine = {
  most: Infinity,
  inProcess: true,
  prepare: instance => {
    const { costs } = instance
    if (costs !== undefined) return () => assigned(costs)
    const problem = right(rankedProblem(right(graphFromArrays(instance.graph)), instance.ranks))
    return () => {
      const start = performance.now()
      const solution = solve(problem)
      const solved = performance.now()
      const proven = verify(problem, solution)._tag === 'Right'
      const end = performance.now()
      return {
        columnOf: solution.columnOf,
        seconds: (end - start) / 1000,
        verifySeconds: (end - solved) / 1000,
        proven,
      }
    }
  },
}

/** The classical problem; checked off the clock, since its peers have no proof. */
const assigned = (costs: NonNullable<Instance['costs']>): Run => {
  const { result, seconds } = timed(() => right(assign(costs, 'minimise')))
  const proven = verifyAssignment(costs, 'minimise', result)._tag === 'Right'
  return { columnOf: result.columnOf, seconds, proven }
}

const right = <E, A>(result: Result<E, A>): A => {
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left))
  return result.right
}
