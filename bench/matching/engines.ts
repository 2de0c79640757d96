import { einzug } from './einzug.ts'
import type { Engine } from './engine.ts'
import { lemon } from './lemon.ts'
import { scipyDense, scipySparse } from './scipy.ts'

/** All engines by name, in the order in which they run: `einzug` first, the others are compared with it. */
export const engines = {
  einzug,
  lemon,
  'scipy-sparse': scipySparse,
  'scipy-dense': scipyDense,
} as const satisfies Record<string, Engine>

export type EngineName = keyof typeof engines
