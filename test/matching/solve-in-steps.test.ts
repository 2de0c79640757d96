import { graphFromRows, type Progress, rankedProblem, solve, solveInSteps } from 'einzug/matching'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { right, weightedProblemArbitrary } from './instances.ts'

/** Everybody may have any of the columns, and one of them is best for all: rows bid for long. */
const crowd = (n: number) =>
  right(
    rankedProblem(
      right(
        graphFromRows(
          n,
          Array.from({ length: n }, (_, row) =>
            Array.from(
              { length: 12 },
              (_, k) => [(row * 7 + k * k) % n, (k * 97 + row) % 1000] as const,
            ).filter(([column], at, all) => all.findIndex(([other]) => other === column) === at),
          ),
        ),
      ),
      Array.from({ length: n }, (_, row) => row % 3),
    ),
  )

describe('solveInSteps', () => {
  test('gives what solve gives', async () => {
    await fc.assert(
      fc.asyncProperty(weightedProblemArbitrary(12), async problem => {
        expect(right(await solveInSteps(problem, { milliseconds: 0 }))).toEqual(solve(problem))
      }),
    )
  })

  test('says how far it has come, level by level, and lets others have their turn', async () => {
    const heard: Array<Progress> = []
    let turns = 0
    const ticking = setInterval(() => {
      turns += 1
    }, 0)
    await solveInSteps(crowd(20_000), { milliseconds: 0, onProgress: each => heard.push(each) })
    clearInterval(ticking)
    expect(heard.length).toBeGreaterThan(5)
    expect(turns).toBeGreaterThan(0)
    expect(heard.map(({ level }) => level)).toEqual(heard.map(({ level }) => level).sort())
    for (const { level, levels, rows } of heard) {
      expect(level).toBeLessThan(levels)
      expect(rows).toBeGreaterThanOrEqual(0)
      expect(rows).toBeLessThanOrEqual(20_000)
    }
  })

  test('ends when it is called off, at once or on the way', async () => {
    const problem = crowd(20_000)
    const calledOff = { _tag: 'Left', left: { _tag: 'Cancelled' } }
    expect(await solveInSteps(problem, { signal: AbortSignal.abort() })).toEqual(calledOff)
    const caller = new AbortController()
    let heard = 0
    const onProgress = () => {
      heard += 1
      caller.abort()
    }
    expect(await solveInSteps(problem, { signal: caller.signal, onProgress, milliseconds: 0 })).toEqual(
      calledOff,
    )
    expect(heard).toBe(1)
    // nothing is left behind: asked again, it gives the whole answer
    expect(right(await solveInSteps(problem)).totals).toEqual(solve(problem).totals)
  })
})
