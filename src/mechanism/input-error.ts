import type { Graph } from '../matching/graph.ts'
import { pairOf } from './pair.ts'

/**
 * What is wrong with what a mechanism or an audit was given, and where. `at` is a place in the array named by `of`.
 *
 * @category errors
 */
export type InputError =
  | {
      readonly _tag: 'WrongCount'
      readonly of: 'order' | 'endowment' | 'priorities' | 'sizes' | 'columnOf'
      readonly expected: number
      readonly found: number
    }
  | { readonly _tag: 'NotARow'; readonly of: 'order'; readonly at: number; readonly found: number }
  | { readonly _tag: 'RepeatedRow'; readonly of: 'order'; readonly at: number; readonly row: number }
  | {
      readonly _tag: 'NotAPair'
      readonly of: 'endowment' | 'columnOf'
      readonly row: number
      readonly column: number
    }
  | {
      readonly _tag: 'RepeatedColumn'
      readonly of: 'endowment' | 'columnOf'
      readonly row: number
      readonly column: number
    }
  | {
      readonly _tag: 'NotWhole'
      readonly of: 'priorities' | 'sizes'
      readonly at: number
      readonly found: number
      readonly least: number
      readonly most: number
    }

/** The greatest priority and the greatest size: 2³¹ − 1. */
const mostWhole = 2 ** 31 - 1

/** An order must name every row once. */
export const orderError = ({ rows }: Graph, order: ArrayLike<number>): InputError | undefined => {
  const count = countError('order', rows, order)
  if (count !== undefined) return count
  const named = new Uint8Array(rows)
  for (let at = 0; at < rows; at++) {
    const row = order[at] as number
    if (named[row] === undefined) return { _tag: 'NotARow', of: 'order', at, found: row }
    if (named[row] === 1) return { _tag: 'RepeatedRow', of: 'order', at, row }
    named[row] = 1
  }
  return undefined
}

/** A column for each row, −1 for none: all of them pairs of the graph, no column twice. */
export const columnsError = (
  of: 'endowment' | 'columnOf',
  graph: Graph,
  columnOf: ArrayLike<number>,
): InputError | undefined => {
  const count = countError(of, graph.rows, columnOf)
  if (count !== undefined) return count
  const taken = new Uint8Array(graph.columns)
  for (let row = 0; row < graph.rows; row++) {
    const column = columnOf[row] as number
    if (column === -1) continue
    if (pairOf(graph, row, column) < 0) return { _tag: 'NotAPair', of, row, column }
    if (taken[column] === 1) return { _tag: 'RepeatedColumn', of, row, column }
    taken[column] = 1
  }
  return undefined
}

/** So many whole numbers, from `least` to 2³¹ − 1. */
export const numbersError = (
  of: 'priorities' | 'sizes',
  expected: number,
  numbers: ArrayLike<number>,
  least: number,
): InputError | undefined => {
  const count = countError(of, expected, numbers)
  if (count !== undefined) return count
  for (let at = 0; at < expected; at++) {
    const found = numbers[at] as number
    if (!(Number.isInteger(found) && found >= least && found <= mostWhole))
      return { _tag: 'NotWhole', of, at, found, least, most: mostWhole }
  }
  return undefined
}

const countError = (
  of: 'order' | 'endowment' | 'priorities' | 'sizes' | 'columnOf',
  expected: number,
  { length: found }: ArrayLike<number>,
): InputError | undefined => (found === expected ? undefined : { _tag: 'WrongCount', of, expected, found })
