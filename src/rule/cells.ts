/** Flats by the cell they are in: those of cell `c` are `flats[starts[c]]` to `flats[starts[c + 1] − 1]`, ascending. */
export interface Cells {
  readonly of: Int32Array
  readonly starts: Int32Array
  readonly flats: Int32Array
}

/** Sorts flats into `count` cells by counting. */
export const cellsOf = (of: Int32Array, count: number): Cells => {
  const starts = new Int32Array(count + 1)
  for (const cell of of) starts[cell + 1] = (starts[cell + 1] as number) + 1
  for (let cell = 0; cell < count; cell++)
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number)
  const flats = new Int32Array(of.length)
  const next = starts.slice()
  for (let f = 0; f < of.length; f++) {
    const at = next[of[f] as number] as number
    flats[at] = f
    next[of[f] as number] = at + 1
  }
  return { of, starts, flats }
}
