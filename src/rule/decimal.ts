/** Beyond this many decimal places nobody writes a number, and powers of ten would leave the whole numbers. */
const mostPlaces = 15

/** Decimal places of a number as it is written: 58.25 has two, 1e-7 has seven. */
const placesOf = (written: number): number => {
  if (Number.isInteger(written)) return 0
  const [, decimals = '', exponent = '0'] = ending.exec(String(written)) as RegExpExecArray
  return Math.min(decimals.length - Number(exponent), mostPlaces)
}

const ending = /(?:\.(\d+))?(?:e(-\d+))?$/

/** The decimal number `digits / scale`: `digits` is whole, `scale` a power of ten. */
export interface Decimal {
  readonly digits: number
  readonly scale: number
}

/**
 * Σ written × count, as pencil and paper would have it: numbers are taken as they are written, in decimals, and
 * no binary fraction creeps in. Exact while the digits stay below 2^53.
 */
export const sumOf = (...terms: ReadonlyArray<readonly [written: number, count: number]>): Decimal => {
  const scale = 10 ** Math.max(...terms.map(([written]) => placesOf(written)))
  return {
    digits: terms.reduce((sum, [written, count]) => sum + Math.round(written * scale) * count, 0),
    scale,
  }
}

/** The product of two decimals. */
export const productOf = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale * b.scale,
})

/** A percentage of a decimal. */
export const percentOf = (decimal: Decimal, percent: number): Decimal => {
  const { digits, scale } = productOf(decimal, sumOf([percent, 1]))
  return { digits, scale: scale * 100 }
}

/** The sum of decimals. */
export const total = (decimals: ReadonlyArray<Decimal>): Decimal => {
  const scale = Math.max(1, ...decimals.map(each => each.scale))
  return { digits: decimals.reduce((sum, each) => sum + each.digits * (scale / each.scale), 0), scale }
}

/** A decimal counted in hundredths. */
export const inHundredths = ({ digits, scale }: Decimal): Decimal =>
  scale < 100 ? { digits: digits * (100 / scale), scale: 1 } : { digits, scale: scale / 100 }

/** The number nearest to a decimal: the one that its written form reads as. */
export const toNumber = ({ digits, scale }: Decimal): number => digits / scale
