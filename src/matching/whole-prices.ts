/** The greatest value, and the greatest number that divides all of them; 1 if all are 0. */
export const valuesOf = (pairs: Int32Array): { readonly greatest: number; readonly unit: number } => {
  let greatest = 0
  let unit = 0
  for (let at = 1; at < pairs.length; at += 2) {
    const value = pairs[at] as number
    if (value > greatest) greatest = value
    if (unit !== 1) unit = commonDivisor(unit, value)
  }
  return { greatest, unit: unit || 1 }
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** Parts of a unit in which prices are counted, to lay the cut where fewest are. */
const parts = 64

/** Rounds prices down to whole units, counted from a cut near which few prices are; 0 stays 0. See `auction`. */
export const roundDown = (prices: Float64Array, unit: number): void => {
  const count = new Int32Array(parts)
  for (const price of prices) {
    const part = Math.floor((price / unit - Math.floor(price / unit)) * parts)
    if (price !== 0) count[part] = (count[part] as number) + 1
  }
  const near = (part: number): number =>
    (count[part] as number) + (count[(part + parts - 1) % parts] as number)
  let cut = 0
  for (let part = 1; part < parts; part++) if (near(part) < near(cut)) cut = part
  for (let column = 0; column < prices.length; column++) {
    const units = (prices[column] as number) / unit
    prices[column] = unit * (cut === 0 ? Math.floor(units) : Math.floor(units - cut / parts) + 1)
  }
}
