import { cellsOf } from './cells.ts'
import type { IndexedColumn } from './column.ts'

/**
 * The column of `found ≥ asked`; `NaN` reaches nothing and is reached by nothing.
 *
 * The numbers asked, ascending, are the rungs of a ladder, and a household's code is its rung. A flat's level is how
 * many rungs it reaches, so that a pair costs one comparison of whole numbers, and the flats that reach a rung are a
 * tail of all flats by level. Time O((households + flats) · log rungs).
 */
export const threshold = (found: Float64Array, asked: Float64Array): IndexedColumn => {
  const rungs = Float64Array.from(new Set(asked.filter(ask => !Number.isNaN(ask)))).sort()
  const out = rungs.length // of reach
  const codes = new Int32Array(asked.map(ask => (Number.isNaN(ask) ? out : reached(rungs, ask) - 1)))
  const levels = new Int32Array(found.map(value => (Number.isNaN(value) ? 0 : reached(rungs, value))))
  const { starts, flats: byLevel } = cellsOf(levels, out + 1)
  return {
    codes,
    sizes: Int32Array.from({ length: out + 1 }, (_, code) => byLevel.length - (starts[code + 1] as number)),
    list: (code, into) => {
      into.set(byLevel.subarray(starts[code + 1]))
    },
    keep: (h, flats, count) => {
      const rung = codes[h] as number
      let kept = 0
      for (let k = 0; k < count; k++) {
        const f = flats[k] as number
        if ((levels[f] as number) > rung) flats[kept++] = f
      }
      return kept
    },
    reward: (h, flats, points, into) => {
      const rung = codes[h] as number
      for (let k = 0; k < flats.length; k++)
        if ((levels[flats[k] as number] as number) > rung) into[k] = (into[k] as number) + points
    },
  }
}

/** How many of the rungs are at most `value`. */
const reached = (rungs: Float64Array, value: number): number => {
  let low = 0
  let high = rungs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rungs[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
