import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded draws: the same seed, the same town. */
export const draws = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  const between = (least: number, most: number): number => uniformInt(generator, least, most)
  return {
    between,
    chance: (percent: number): boolean => between(1, 100) <= percent,
    one: <A>(list: readonly [A, ...ReadonlyArray<A>]): A => list[between(0, list.length - 1)] ?? list[0],
    /** The place of a weight, drawn in proportion to the weights. */
    weighted: (weights: ReadonlyArray<number>): number => {
      let left = between(
        1,
        weights.reduce((sum, weight) => sum + weight, 0),
      )
      return weights.findIndex(weight => {
        left -= weight
        return left <= 0
      })
    },
  }
}
export type Draws = ReturnType<typeof draws>
