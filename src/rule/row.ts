import type { IndexedColumn } from './column.ts'

/** From this share of all flats on, looking at them in order costs less than sorting those that are kept. */
const sortedBelow = 1 / 8

/**
 * The flats that a household may have under all columns, written to the front of `into`, ascending; says how many.
 *
 * The column that leaves the fewest lists its flats, and the other ones that leave anything out look at those alone,
 * the strictest first: nobody looks at a flat that any one rule's index can tell is out of the question, and time is
 * O(flats left by the strictest rule · rules).
 */
export const rowOf = (
  columns: ReadonlyArray<IndexedColumn>,
  flats: number,
): ((h: number, into: Int32Array) => number) => {
  const strict: Array<IndexedColumn> = [] // those that leave something out, over and over in the same memory
  const sizes = new Float64Array(columns.length)
  return (h, into) => {
    strict.length = 0
    for (const column of columns) {
      const size = column.sizes[column.codes[h] as number] as number
      if (size === flats) continue
      let at = strict.length
      for (; at > 0 && (sizes[at - 1] as number) > size; at--) {
        strict[at] = strict[at - 1] as IndexedColumn
        sizes[at] = sizes[at - 1] as number
      }
      strict[at] = column
      sizes[at] = size
    }
    const [first] = strict
    const sorting = first !== undefined && (sizes[0] as number) < flats * sortedBelow
    let count = sorting ? (sizes[0] as number) : flats
    if (sorting) first.list(first.codes[h] as number, into)
    else for (let f = 0; f < flats; f++) into[f] = f
    for (let at = sorting ? 1 : 0; at < strict.length && count > 0; at++)
      count = (strict[at] as IndexedColumn).keep(h, into, count)
    if (sorting) into.subarray(0, count).sort()
    return count
  }
}
