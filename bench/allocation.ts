import policy from '../examples/policies/nrw-2016-level-2.json' with { type: 'json' }
import type { Flat, IsoDay, Policy, Seeker } from '../src/index.ts'
import { allocate, explain, pose, verify } from '../src/index.ts'

/** A town of households and flats from simple recurrences: the same every time. */
const town = (households: number, flats: number) => {
  const seekers = Array.from({ length: households }, (_, k): unknown => {
    const persons = [1, 1, 2, 1, 3, 1, 4, 5, 1, 6][(k * 7) % 10] ?? 1
    const members = Array.from({ length: persons }, (_, m) => ({
      id: `P${k}/${m}`,
      age: { known: 'group', group: 'adult' },
    }))
    return { household: { id: `H${k}`, members }, regime: 'AsylbLG', waitingSince: '2016-01-01' }
  })
  const offers = Array.from({ length: flats }, (_, k): unknown => ({
    id: `F${k}`,
    district: 'D',
    area: 28 + ((k * 37) % 90),
    rooms: 1 + ((k * 5) % 4),
    rent: { cold: 25_000 + ((k * 7919) % 50_000) },
  }))
  return {
    on: '2016-12-31' as IsoDay,
    policy: policy as Policy,
    seekers: seekers as Array<Seeker>,
    flats: offers as Array<Flat>,
  }
}

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
