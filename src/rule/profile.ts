import type { IndexedColumn } from './column.ts'

/** Households by what they ask of all columns together: equal profiles, equal flats. */
export const profilesOf = (columns: ReadonlyArray<IndexedColumn>, households: number): Int32Array => {
  let profiles = new Int32Array(households)
  for (const { codes, sizes } of columns) {
    const known = new Map<number, number>()
    profiles = profiles.map((profile, h) => {
      const both = profile * sizes.length + (codes[h] as number)
      const joint = known.get(both) ?? known.size
      known.set(both, joint)
      return joint
    })
  }
  return profiles
}
