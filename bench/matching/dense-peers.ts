import { type Engine, installed, timed } from './engine.ts'
import { type Instance, valuesOf } from './instances/instance.ts'

/** A whole matrix of costs to be minimised, row by row in one array. */
interface Matrix {
  readonly data: Float64Array
  readonly lines: ReadonlyArray<Float64Array>
  readonly shape: readonly [rows: number, columns: number]
}

/**
 * Solvers of the classical problem know no missing pairs: where there is none the cost is the greatest one, that of
 * being unplaced, and whoever is assigned there counts as unplaced.
 */
const matrixOf = (instance: Instance): Matrix => {
  const { rows, columns, offsets, heads } = instance.graph
  const data = new Float64Array(rows * columns)
  const lines = Array.from({ length: rows }, (_, row) => data.subarray(row * columns, (row + 1) * columns))
  const values = valuesOf(instance)
  const worst = values.reduce((most, value) => Math.max(most, value), 0)
  for (const [row, line] of lines.entries()) {
    line.fill(worst)
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++)
      line[heads[k] as number] = worst - (values[k] as number)
    if (instance.costs !== undefined) line.set(instance.costs[row] ?? [])
  }
  return { data, lines, shape: [rows, columns] }
}

type Solve = (matrix: Matrix, instance: Instance) => ReadonlyArray<readonly [row: number, column: number]>

const densePeer = (most: number, load: () => Promise<Solve>): Engine => ({
  most,
  inProcess: true,
  prepare: async instance => {
    const solve = await load()
    const matrix = matrixOf(instance)
    const { offsets, heads } = instance.graph
    return () => {
      const { result, seconds } = timed(() => solve(matrix, instance))
      const columnOf = new Int32Array(instance.graph.rows).fill(-1)
      for (const [row, column] of result)
        if (heads.subarray(offsets[row], offsets[row + 1]).includes(column)) columnOf[row] = column
      return { columnOf, seconds }
    }
  },
})

/** npm `munkres`: the Hungarian method. A given matrix it gets as given, in arrays of small whole numbers. */
export const munkres = densePeer(10_000, async () => {
  const { munkres } = await installed(import('munkres'))
  return ({ lines }, { costs }) => munkres(costs ?? lines)
})

/** npm `munkres-algorithm`: the Hungarian method. */
export const munkresAlgorithm = densePeer(5_000, async () => {
  const { minWeightAssign } = await installed(import('munkres-algorithm'))
  return matrix =>
    minWeightAssign(matrix).assignments.flatMap((column, row) =>
      column === null ? [] : [[row, column] as const],
    )
})

/** npm `linear-sum-assignment`: shortest augmenting paths (Crouse 2016). */
export const linearSumAssignment = densePeer(5_000, async () => {
  const { linearSumAssignment } = await installed(import('linear-sum-assignment'))
  return ({ lines }) => {
    const { rowAssignments } = linearSumAssignment([...lines], { maximaze: false })
    return Array.from(rowAssignments, (column, row) => [row, column] as const)
  }
})
