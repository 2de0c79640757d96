import { allocate, explain, pose, verify } from '../src/index.ts'
import { town } from './town.ts'

/** Posing, allocating (proof included), verifying, and giving every reason, at the size of the reference result. */
export const benchAllocation = (): void => {
  console.log('allocation     pairs     pose ms   allocate ms   verify ms   all reasons ms')
  for (const [households, flats] of [
    [329, 230],
    [329, 230],
    [1000, 800],
  ] as const) {
    const question = town(households, flats)
    const times: Array<number> = [performance.now()]
    const lap = (): void => {
      times.push(performance.now())
    }
    const problem = pose(question)
    if (problem._tag === 'Left') throw new Error(problem.left._tag)
    lap()
    const allocation = allocate(problem.right)
    lap()
    const verdict = verify(problem.right, allocation)
    lap()
    allocation.unplaced.map(explain(problem.right, allocation).household)
    lap()
    if (verdict._tag === 'Left') throw new Error(verdict.left._tag)
    const laps = times.slice(1).map((time, k) => (time - (times[k] ?? 0)).toFixed(1).padStart(11))
    console.log(
      `${`${households} × ${flats}`.padEnd(12)}${String(allocation.totals.compatiblePairs).padStart(8)}${laps.join('  ')}`,
    )
  }
  console.log()
}
