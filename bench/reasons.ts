import { parseArgs } from 'node:util'
import policy from '../examples/policies/nrw-2016-level-2.json' with { type: 'json' }
import { allocate, explain, type Policy, pose } from '../src/index.ts'
import { cpuTimed } from './timing.ts'
import { town } from './town.ts'

/** Nobody who needs a step-free home finds one: no flat fits them. */
const stepFree: Policy['rules'][number] = {
  rule: 'implies',
  name: 'step-free',
  household: 'needsStepFree',
  flat: 'stepFree',
}

/** Every reason of every household without a flat, beside posing the problem that they are about. */
const measure = (households: number, flats: number) => {
  const { seekers, ...rest } = town(households, flats)
  const { rules, ...others } = policy as Policy
  const [posed, poseMs] = cpuTimed(() =>
    pose({
      ...rest,
      policy: { ...others, rules: [...rules, stepFree] },
      seekers: seekers.map((seeker, k) =>
        k % 10 === 0 ? { ...seeker, household: { ...seeker.household, needs: { stepFree: true } } } : seeker,
      ),
    }),
  )
  if (posed._tag === 'Left') throw new Error(posed.left._tag)
  const allocation = allocate(posed.right)
  const { household } = explain(posed.right, allocation)
  const { offsets } = posed.right.ranked.graph
  const fits = new Set(
    posed.right.seekers.flatMap((each, row) =>
      offsets[row] === offsets[row + 1] ? [] : [each.household.id],
    ),
  )
  const outranked = allocation.unplaced.filter(id => fits.has(id))
  const unfit = allocation.unplaced.filter(id => !fits.has(id))
  const [, unfitMs] = cpuTimed(() => unfit.map(household))
  const [, outrankedMs] = cpuTimed(() => outranked.map(household))
  return {
    households,
    flats,
    pairs: allocation.totals.compatiblePairs,
    noFlatFits: unfit.length,
    outranked: outranked.length,
    poseMs: Math.round(poseMs),
    noFlatFitsMs: Math.round(unfitMs),
    outrankedMs: Math.round(outrankedMs),
    reasonsPerPose: Math.round((10 * (unfitMs + outrankedMs)) / poseMs) / 10,
  }
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000x800,1000x800,10000x5000' },
    json: { type: 'boolean', default: false },
  },
})

for (const size of values.sizes.split(',')) {
  const [households = 0, flats = 0] = size.split('x').map(Number)
  const row = measure(households, flats)
  console.log(
    values.json
      ? JSON.stringify(row)
      : Object.entries(row)
          .map(([name, value]) => `${name} ${value}`)
          .join('   '),
  )
}
