import { greatestFit, type Instance, tiers } from './instance.ts'
import { random } from './random.ts'
import { type Town, townOf } from './town.ts'

/** A district has about so many households, and in `structured` and `contended` as many flats. */
const districtSize = 240

const districtsOf = (n: number): number => Math.max(1, Math.round(n / districtSize))

/**
 * A town of districts. A household may have flats of its home district and of up to two near ones that hold its
 * persons and at most two more, within its budget, and step-free if it needs that (6 %, of the flats 12 %); of these it
 * is shown so many as go on its shortlist. Fit: quality of the flat, home district, size, and a taste of its own.
 */
export const structured = (n: number, seed: number): Instance => {
  const draws = random(seed)
  const town = townOf({ households: n, districts: districtsOf(n), flats: n, spare: [0, 2] }, draws)
  return inDistricts(town, draws, mixedFit)
}

/** As `structured`, with 200 flats for the 240 households of a district, and smaller ones: some have no pair at all. */
export const scarce = (n: number, seed: number): Instance => {
  const draws = random(seed)
  const flats = Math.ceil((n * 200) / districtSize)
  const town = townOf({ households: n, districts: districtsOf(n), flats, spare: [-1, 0] }, draws)
  return inDistricts(town, draws, mixedFit)
}

/** As `structured`, but fit is the quality of the flat and nothing else: all want the same ones. */
export const contended = (n: number, seed: number): Instance => {
  const draws = random(seed)
  const town = townOf({ households: n, districts: districtsOf(n), flats: n, spare: [0, 2] }, draws)
  return inDistricts(town, draws, ({ flats }, _, flat) => flats.quality[flat] as number)
}

/** From 0 to {@link greatestFit}; `taste` from 0 to 1000 too. */
type FitOf = (town: Town, household: number, flat: number, taste: number) => number

const mixedFit: FitOf = ({ flats, households, firstFlat }, household, flat, taste) => {
  const home = households.home[household] as number
  const atHome = flat >= (firstFlat[home] as number) && flat < (firstFlat[home + 1] as number)
  const spare = (flats.capacity[flat] as number) - (households.persons[household] as number)
  const quality = flats.quality[flat] as number
  return Math.floor(0.4 * quality + (atHome ? 200 : 0) + 100 * (2 - spare) + 0.2 * taste)
}

const inDistricts = (town: Town, draws: ReturnType<typeof random>, fitOf: FitOf): Instance => {
  const { tier, shortlist } = town.households
  const rows = tier.length
  const columns = town.flats.capacity.length
  const offsets = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++)
    offsets[row + 1] =
      (offsets[row] as number) + Math.min(allowedFlats(town, row).length, shortlist[row] as number)

  // the flats are looked for twice, so that nothing is held but the arrays of the graph
  const heads = new Int32Array(offsets[rows] as number)
  const fit = new Int32Array(heads.length)
  for (let row = 0; row < rows; row++) {
    let at = offsets[row] as number
    const end = offsets[row + 1] as number
    const allowed = allowedFlats(town, row)
    for (const [seen, flat] of allowed.entries()) {
      if (draws.below(allowed.length - seen) >= end - at) continue // Knuth, TAOCP 3.4.2, algorithm S
      heads[at] = flat
      fit[at++] = fitOf(town, row, flat, draws.below(greatestFit + 1))
    }
  }
  return { graph: { rows, columns, offsets, heads, fit }, ranks: tier, classes: tiers }
}

/** In the order of their numbers. */
const allowedFlats = (town: Town, household: number): ReadonlyArray<number> => {
  const { flats, households, firstFlat } = town
  const persons = households.persons[household] as number
  const budget = households.budget[household] as number
  const needed = households.needsStepFree[household] as number
  const allowed: Array<number> = []
  for (const district of districtsFor(town, household)) {
    for (let flat = firstFlat[district] as number; flat < (firstFlat[district + 1] as number); flat++) {
      const spare = (flats.capacity[flat] as number) - persons
      if (spare < 0 || spare > 2 || (flats.rent[flat] as number) > budget) continue
      if ((flats.stepFree[flat] as number) >= needed) allowed.push(flat)
    }
  }
  return allowed
}

/** Home, the next one, the one before, as far as it would go and there are so many. */
const districtsFor = ({ districts, households }: Town, household: number): ReadonlyArray<number> => {
  const home = households.home[household] as number
  const near = [home, (home + 1) % districts, (home + districts - 1) % districts]
  return [...new Set(near.slice(0, 1 + (households.near[household] as number)))].sort((a, b) => a - b)
}
