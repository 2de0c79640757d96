import { type Engine, installed, timed } from './engine.ts'
import { type Instance, valuesOf } from './instances/instance.ts'

/** The row of each pair. */
const ownersOf = ({ graph: { rows, offsets, heads } }: Instance): Int32Array => {
  const owners = new Int32Array(heads.length)
  for (let row = 0; row < rows; row++) owners.fill(row, offsets[row], offsets[row + 1])
  return owners
}

/** npm `edmonds-blossom-fixed`: matching of greatest weight in any graph, after van Rantwijk. */
export const edmondsBlossom: Engine = {
  most: 5_000,
  inProcess: true,
  prepare: async instance => {
    const { default: matching } = await installed(import('edmonds-blossom-fixed'))
    const { rows, heads } = instance.graph
    const values = valuesOf(instance)
    const edges = Array.from(
      ownersOf(instance),
      (row, k) => [row, rows + (heads[k] as number), values[k] as number] as const,
    )
    return () => {
      const { result: mates, seconds } = timed(() => matching(edges, false))
      const columnOf = Int32Array.from({ length: rows }, (_, row) => Math.max(-1, (mates[row] ?? -1) - rows))
      return { columnOf, seconds }
    }
  },
}

/** npm `highs`: the assignment problem as a linear program, a variable for each pair; simplex, in WebAssembly. */
export const highs: Engine = {
  most: 5_000,
  inProcess: true,
  prepare: async instance => {
    const { default: loadHighs } = await installed(import('highs'))
    const solver = await loadHighs()
    const { rows, columns, heads } = instance.graph
    const owners = ownersOf(instance)
    const pairs = heads.length
    const vertices = rows + columns
    const program = {
      numCols: pairs,
      numRows: vertices,
      sense: solver.constants.objectiveSense.maximize,
      colCost: valuesOf(instance),
      colLower: new Float64Array(pairs),
      colUpper: new Float64Array(pairs).fill(solver.infinity),
      rowLower: new Float64Array(vertices).fill(-solver.infinity),
      rowUpper: new Float64Array(vertices).fill(1),
      // a pair counts in two sums, of its row and of its column, neither of which may be more than 1
      matrix: {
        format: 'csc',
        numRows: vertices,
        numCols: pairs,
        starts: Int32Array.from({ length: pairs + 1 }, (_, k) => 2 * k),
        indices: Int32Array.from({ length: 2 * pairs }, (_, at) =>
          at % 2 === 0 ? (owners[at >> 1] as number) : rows + (heads[at >> 1] as number),
        ),
        values: new Float64Array(2 * pairs).fill(1),
      },
    } as const
    return () =>
      solver.withModel(program, model => {
        model.options.set({ output_flag: false })
        const { seconds } = timed(() => model.run())
        const { colValue } = model.getSolution()
        const columnOf = new Int32Array(rows).fill(-1)
        for (const [k, row] of owners.entries())
          if ((colValue[k] as number) > 0.5) columnOf[row] = heads[k] as number
        return { columnOf, seconds }
      })
  },
}
