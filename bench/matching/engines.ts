import { linearSumAssignment, munkres, munkresAlgorithm } from './dense-peers.ts'
import { einzug } from './einzug.ts'
import type { Engine } from './engine.ts'
import { lemon } from './lemon.ts'
import { scipyDense, scipySparse } from './scipy.ts'
import { edmondsBlossom, highs } from './sparse-peers.ts'

/** All engines by name, in the order in which they run: `einzug` first, the others are compared with it. */
export const engines = {
  einzug,
  lemon,
  'scipy-sparse': scipySparse,
  'scipy-dense': scipyDense,
  munkres,
  'munkres-algorithm': munkresAlgorithm,
  'linear-sum-assignment': linearSumAssignment,
  'edmonds-blossom-fixed': edmondsBlossom,
  highs,
} as const satisfies Record<string, Engine>

export type EngineName = keyof typeof engines
