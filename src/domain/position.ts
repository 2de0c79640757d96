/**
 * A place on the map: decimal degrees north and east (WGS 84).
 *
 * @category model
 */
export interface Position {
  readonly north: number
  readonly east: number
}

/** Mean radius of the earth in metres (IUGG). */
const radius = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * The way between two places as the crow flies, in whole metres, on a sphere (haversine formula): within half a
 * percent of the way on the ellipsoid.
 *
 * @example
 * ```ts
 * import { metresBetween } from 'einzug'
 * const station = { north: 51.8331, east: 7.2868 }
 * metresBetween(station, station) // => 0
 * metresBetween(station, { north: 51.8421, east: 7.2868 }) // => 1001
 * ```
 * @category conversions
 */
export const metresBetween = (a: Position, b: Position): number => {
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2
  const chord =
    half(b.north - a.north) + Math.cos(radians(a.north)) * Math.cos(radians(b.north)) * half(b.east - a.east)
  // rounding may lift the chord of antipodes a hair above 1
  return Math.round(2 * radius * Math.asin(Math.sqrt(Math.min(1, chord))))
}
