import { dense } from './dense.ts'
import { contended, scarce, structured } from './districts.ts'
import { degenerate, uniform } from './random-pairs.ts'

/** All instance classes, by name: `(n, seed) => Instance`, n households. */
export const instanceClasses = { uniform, degenerate, structured, scarce, contended, dense } as const

export type InstanceClass = keyof typeof instanceClasses

/** The classes with a ranking and missing pairs, of which the library is for. */
export const ranked = [
  'uniform',
  'degenerate',
  'structured',
  'scarce',
  'contended',
] as const satisfies ReadonlyArray<InstanceClass>
