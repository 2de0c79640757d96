import type { Flat } from '../domain/flat.ts'
import { cellsOf } from './cells.ts'
import type { IndexedColumn } from './column.ts'
import type { Kinds } from './kinds.ts'

/** The kinds of flats a household may have: the ones named, or all but these. */
export interface Choice {
  readonly but: boolean
  readonly kinds: ReadonlyArray<number>
}

/**
 * The column of households that choose among kinds of flats: `choices` has one for each of `codes`. The flats of each
 * kind are kept together. Each choice names a kind at most once.
 */
export const choosing = (
  codes: Int32Array,
  choices: ReadonlyArray<Choice>,
  flats: Kinds<Flat>,
): IndexedColumn => {
  const { of: kindOf, starts, flats: byKind } = cellsOf(flats.codes, flats.firsts.length)
  const sizeOf = (kind: number): number => (starts[kind + 1] as number) - (starts[kind] as number)
  // Kinds named by the choice in question bear its stamp; a new stamp wipes out all earlier ones.
  const stamps = new Int32Array(starts.length)
  let stamp = 0
  const stampFor = ({ kinds }: Choice): number => {
    stamp += 1
    for (const each of kinds) stamps[each] = stamp
    return stamp
  }
  const choiceOf = (h: number): Choice => choices[codes[h] as number] as Choice
  const keep = (choice: Choice, flats: Int32Array, count: number): number => {
    const named = stampFor(choice)
    let kept = 0
    for (let k = 0; k < count; k++) {
      const f = flats[k] as number
      if ((stamps[kindOf[f] as number] === named) !== choice.but) flats[kept++] = f
    }
    return kept
  }
  return {
    codes,
    sizes: Int32Array.from(choices, ({ but, kinds }) => {
      const named = kinds.reduce((sum, each) => sum + sizeOf(each), 0)
      return but ? byKind.length - named : named
    }),
    list: (code, into) => {
      const choice = choices[code] as Choice
      if (choice.but) {
        into.set(byKind)
        keep(choice, into, byKind.length)
        return
      }
      let at = 0
      for (const each of choice.kinds) {
        into.set(byKind.subarray(starts[each], starts[each + 1]), at)
        at += sizeOf(each)
      }
    },
    keep: (h, flats, count) => keep(choiceOf(h), flats, count),
    reward: (h, flats, points, into) => {
      const choice = choiceOf(h)
      const named = stampFor(choice)
      for (let k = 0; k < flats.length; k++)
        if ((stamps[kindOf[flats[k] as number] as number] === named) !== choice.but)
          into[k] = (into[k] as number) + points
    },
  }
}
