import type { Instance } from './instance.ts'
import { random } from './random.ts'

const greatestCost = 100

/**
 * The classical assignment problem: an n × n matrix of costs, uniform from 1 to 100, to be minimised. Of the size and
 * range of `assign100` to `assign800` of the OR-Library (Beasley 1990), where however hardly any cost is 1.
 */
export const dense = (n: number, seed: number): Instance => {
  const { below } = random(seed)
  const costs = Array.from({ length: n }, () => Array.from({ length: n }, () => 1 + below(greatestCost)))
  const graph = {
    rows: n,
    columns: n,
    offsets: Int32Array.from({ length: n + 1 }, (_, row) => row * n),
    heads: new Int32Array(n * n).map((_, at) => at % n),
    fit: Int32Array.from(costs.flat(), cost => greatestCost - cost),
  }
  return { graph, ranks: new Int32Array(n), classes: 1, costs }
}
