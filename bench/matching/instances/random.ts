import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded draws: the same seed, the same instance, on every machine. */
export const random = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  const below = (most: number): number => uniformInt(generator, 0, most - 1)
  return { below, chance: (percent: number): boolean => below(100) < percent }
}

export type Random = ReturnType<typeof random>
