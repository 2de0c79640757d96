// How long it takes to keep a matching best, change by change, against solving afresh; and to judge columns that might
// be added. Seeded: every run sees the same rows.
import {
  graphFromArrays,
  graphFromRows,
  type RankedProblem,
  type Result,
  rankedProblem,
  solve,
  verify,
} from 'einzug/matching'
import { additions, bestAdditions, type LiveError, live } from 'einzug/matching/live'
import { instanceClasses, ranked } from './matching/instances/index.ts'
import { median } from './timing.ts'

type Pairs = ReadonlyArray<readonly [number, number]>

interface Market {
  readonly problem: RankedProblem
  /** The pairs of one more row, and of one more column. */
  readonly rowPairs: () => Pairs
  readonly columnPairs: () => Pairs
}

const changes = 500
const pairsEach = 30

/** Prints seconds to solve, milliseconds for a change (median), and how many changes fit into one solve. */
export const benchLive = (): void => {
  print(['live', 'solve s', 'start s', 'insert ms', 'remove ms', 'solve / insert', 'solve / remove'])
  for (const n of [10_000, 100_000]) {
    const size = n.toLocaleString('en')
    print([`${size}, 10 % of columns vacant`, ...liveTimes(marketOf(0.9 * n, n, 30))])
    print([`${size}, 15 % of rows without`, ...liveTimes(marketOf(n, 0.85 * n, 30))])
  }
  print(['10,000, strict ranking, 15 % without', ...liveTimes(marketOf(10_000, 8_500, 10_000))])
  for (const name of ranked) print([`100,000, ${name}`, ...liveTimes(marketLike(name, 100_000))])
  print([])
  print(['1,000 candidates', 'solve s', 'additions s', 'best 100 s'])
  print(['10,000, 15 % of rows without', ...candidateTimes(marketOf(10_000, 8_500, 30))])
}

const liveTimes = ({ problem, rowPairs }: Market): ReadonlyArray<string> => {
  const solving = median([1, 2, 3].map(() => milliseconds(() => solve(problem))))
  const solution = solve(problem)
  const starting = median([1, 2, 3].map(() => milliseconds(() => live(problem, solution))))
  const matching = right(live(problem, solution))
  const rows = problem.graph.rows
  const timed = (change: (k: number) => Result<LiveError, unknown>) =>
    median(Array.from({ length: changes }, (_, k) => milliseconds(() => right(change(k)))))
  const fresh = Array.from({ length: changes }, rowPairs)
  const classes = problem.weights.length
  const inserting = timed(k => matching.insertRow((k * 97) % classes, fresh[k] ?? []))
  const removing = timed(k => matching.removeRow((k * 19) % rows))
  const now = matching.snapshot()
  right(verify(now.problem, now.solution))
  return [
    (solving / 1000).toFixed(3),
    (starting / 1000).toFixed(3),
    inserting.toFixed(3),
    removing.toFixed(3),
    Math.round(solving / inserting).toLocaleString('en'),
    Math.round(solving / removing).toLocaleString('en'),
  ]
}

const candidateTimes = ({ problem, columnPairs }: Market): ReadonlyArray<string> => {
  const candidates = Array.from({ length: 1_000 }, columnPairs)
  const solution = solve(problem)
  return [
    () => solve(problem),
    () => right(additions(problem, solution, candidates)),
    () => right(bestAdditions(problem, solution, candidates, 100)),
  ].map(work => (median([1, 2, 3, 4, 5].map(() => milliseconds(work))) / 1000).toFixed(3))
}

/**
 * Districts of about 240 flats: a household looks in its own and, now and then, in the next. Fit is the quality of the
 * flat, which all see alike, and a taste of its own.
 */
const marketOf = (rows: number, columns: number, classes: number): Market => {
  const random = congruential(2015)
  const below = (most: number): number => Math.floor(random() * most)
  const district = Math.min(240, columns)
  const districts = Math.ceil(columns / district)
  const quality = Array.from({ length: columns }, () => below(700))
  const homes: Array<Array<number>> = Array.from({ length: districts }, () => [])
  const pairsFrom = (home: number): Pairs => {
    const seen = new Set<number>()
    while (seen.size < pairsEach) {
      const near = home + (random() < 0.3 ? 1 : 0)
      seen.add((near * district + below(district)) % columns)
    }
    return [...seen].map(column => [column, (quality[column] ?? 0) + below(301)] as const)
  }
  const pairs = Array.from({ length: rows }, (_, row) => {
    const home = below(districts)
    homes[home]?.push(row)
    return pairsFrom(home)
  })
  const ranks = pairs.map(() => below(classes))
  return {
    problem: right(rankedProblem(right(graphFromRows(columns, pairs)), ranks)),
    rowPairs: () => pairsFrom(below(districts)),
    columnPairs: () => {
      const near = homes[below(districts)] ?? []
      const seen = new Set(Array.from({ length: pairsEach }, () => near[below(near.length)] ?? 0))
      const here = below(700)
      return [...seen].map(row => [row, here + below(301)] as const)
    },
  }
}

/** An instance of `npm run bench:matching`, with as many columns as rows; who comes new has the pairs of some row there is. */
const marketLike = (name: (typeof ranked)[number], n: number): Market => {
  const random = congruential(2015)
  const { graph, ranks } = instanceClasses[name](n, 2015)
  const { offsets, heads, fit } = graph
  const rowPairs = (): Pairs => {
    const row = Math.floor(random() * n)
    const pairs = heads.subarray(offsets[row], offsets[row + 1])
    return Array.from(pairs, (column, k) => [column, fit[(offsets[row] ?? 0) + k] ?? 0])
  }
  const problem = right(rankedProblem(right(graphFromArrays(graph)), ranks))
  return { problem, rowPairs, columnPairs: () => [] }
}

const milliseconds = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const print = (cells: ReadonlyArray<string>): void => {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(38) : cell.padStart(16))).join(''))
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
