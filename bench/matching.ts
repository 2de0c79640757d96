// How long the matching core takes to decide, and to have its proof checked. Seeded: every run sees the same rows.
import { graphFromRows, type RankedProblem, type Result, rankedProblem, solve, verify } from 'einzug/matching'

interface Instance {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly pairsPerRow: number
  readonly runs: number
}

const instances: ReadonlyArray<Instance> = [
  { name: 'a town: 329 × 230', rows: 329, columns: 230, pairsPerRow: 84, runs: 15 },
  { name: '1,000 × 1,000', rows: 1_000, columns: 1_000, pairsPerRow: 30, runs: 9 },
  { name: '10,000 × 10,000', rows: 10_000, columns: 10_000, pairsPerRow: 30, runs: 3 },
]

/** Prints seconds to solve and to verify (medians), and how the two compare. */
export const benchMatching = (): void => {
  const header = ['instance', 'pairs', 'placed', 'solve s', 'verify s', 'verify / solve']
  const lines = instances.map(instance => {
    const problem = structured(instance)
    const solution = solve(problem)
    const { placed } = right(verify(problem, solution))
    const solving = medianSeconds(instance.runs, () => solve(problem))
    const verifying = medianSeconds(instance.runs, () => verify(problem, solution))
    return [
      instance.name,
      problem.graph.heads.length.toLocaleString('en'),
      placed.toLocaleString('en'),
      solving.toFixed(4),
      verifying.toFixed(4),
      `${((100 * verifying) / solving).toFixed(2)} %`,
    ]
  })
  const widths = header.map((title, k) => Math.max(title.length, ...lines.map(line => line[k]?.length ?? 0)))
  for (const line of [header, ...lines])
    console.log(
      line
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
        .join('  '),
    )
}

/**
 * Districts of about 240 flats: a household looks in its own and, now and then, in the next. Fit is the quality of the
 * flat, which all see alike, and a taste of its own; 30 rank classes.
 */
const structured = ({ rows, columns, pairsPerRow }: Instance): RankedProblem => {
  const random = congruential(2015)
  const below = (most: number): number => Math.floor(random() * most)
  const district = Math.min(240, columns)
  const districts = Math.ceil(columns / district)
  const quality = Array.from({ length: columns }, () => below(700))
  const pairs = Array.from({ length: rows }, () => {
    const home = below(districts)
    const seen = new Set<number>()
    while (seen.size < pairsPerRow) {
      const near = home + (random() < 0.3 ? 1 : 0)
      seen.add((near * district + below(district)) % columns)
    }
    return [...seen].map(column => [column, (quality[column] ?? 0) + below(301)] as const)
  })
  return right(
    rankedProblem(
      right(graphFromRows(columns, pairs)),
      pairs.map(() => below(30)),
    ),
  )
}

const medianSeconds = (runs: number, work: () => unknown): number => {
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  }).sort((a, b) => a - b)
  return seconds[runs >> 1] ?? Number.NaN
}

/** Numbers from 0 to below 1, the same ones for the same seed: a linear congruential generator modulo 2³². */
const congruential = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

const right = <E, A>(result: Result<E, A>): A => {
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left))
  return result.right
}
