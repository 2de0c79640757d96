import { type GraphError, sizeError } from '../graph.ts'
import { left, type Result, right } from '../result.ts'

/**
 * Why an assignment problem is refused.
 *
 * @category errors
 */
export type AssignmentError =
  | GraphError
  | { readonly _tag: 'Ragged'; readonly row: number; readonly expected: number; readonly found: number }
  | { readonly _tag: 'NotWholeCost'; readonly row: number; readonly column: number; readonly found: number }
  | { readonly _tag: 'SpanTooLarge'; readonly found: number; readonly most: number }
  | { readonly _tag: 'TotalTooLarge'; readonly found: number; readonly most: number }

/** A matrix of whole numbers within the bounds of `assign`, one array per row; 0 is the least of no costs. */
export interface Checked {
  readonly costs: ReadonlyArray<ArrayLike<number>>
  readonly columns: number
  readonly least: number
  readonly greatest: number
}

/** The greatest difference of two costs: potentials stay within eight times of it, and so exact. */
const mostSpan = 2 ** 49
/** No total is beyond this. */
const mostTotal = 2 ** 52

/** Reads all costs once. */
export const checkCosts = (costs: Checked['costs']): Result<AssignmentError, Checked> => {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  const size = sizeError(rows, columns, rows * columns)
  if (size !== undefined) return left(size)

  let least = Infinity
  let greatest = -Infinity
  for (let row = 0; row < rows; row++) {
    const line = costs[row] as ArrayLike<number>
    if (line.length !== columns) return left({ _tag: 'Ragged', row, expected: columns, found: line.length })
    if (columns === 0) continue
    const range = rangeOf(line)
    if (typeof range === 'number')
      return left({ _tag: 'NotWholeCost', row, column: range, found: line[range] as number })
    least = Math.min(least, range.least)
    greatest = Math.max(greatest, range.greatest)
  }
  if (least > greatest) [least, greatest] = [0, 0]
  const span = greatest - least
  const reach = Math.min(rows, columns) * Math.max(Math.abs(least), Math.abs(greatest))
  if (span > mostSpan) return left({ _tag: 'SpanTooLarge', found: span, most: mostSpan })
  if (reach > mostTotal) return left({ _tag: 'TotalTooLarge', found: reach, most: mostTotal })
  return right({ costs, columns, least, greatest })
}

/** The least and the greatest cost of a row that has some, or where the first one stands that is not whole. */
const rangeOf = (line: ArrayLike<number>): number | { readonly least: number; readonly greatest: number } => {
  let least = line[0] as number
  let greatest = least
  for (let at = 0; at < line.length; at++) {
    const cost = line[at] as number
    if (!Number.isSafeInteger(cost)) return at
    if (cost < least) least = cost
    if (cost > greatest) greatest = cost
  }
  return { least, greatest }
}

/** The costs, each times `sign`, one array per column. */
export const turned = ({ costs, columns }: Checked, sign: 1 | -1): ReadonlyArray<Float64Array> => {
  const lines = Array.from({ length: columns }, () => new Float64Array(costs.length))
  for (let row = 0; row < costs.length; row++) {
    const line = costs[row] as ArrayLike<number>
    for (let column = 0; column < columns; column++)
      (lines[column] as Float64Array)[row] = sign * (line[column] as number)
  }
  return lines
}

/** The costs, each times −1. */
export const negated = ({ costs, columns }: Checked): ReadonlyArray<Float64Array> =>
  costs.map(line => {
    const negative = new Float64Array(columns)
    for (let column = 0; column < columns; column++) negative[column] = -(line[column] as number)
    return negative
  })
