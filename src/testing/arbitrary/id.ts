import * as fc from 'fast-check'
import * as O from 'fp-ts/Option'
import { type Id, id as parse } from '../../domain/id.ts'

/**
 * What {@link id} may be told.
 *
 * @category constraints
 */
export interface IdConstraints {
  /** What every plain id begins with, before a number. Default: none. */
  readonly prefix?: string
  /** The highest number of a plain id: small, if ids shall meet again. Default: 9999. */
  readonly max?: number
  /**
   * Whether one id in ten is a valid but awkward string: a word that objects know (`__proto__`), or up to 12
   * characters of any script. Default: `true`.
   */
  readonly awkward?: boolean
}

const wordsOfObjects = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length']

/**
 * Ids of any kind, such as `H17`; they shrink towards number 0.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import type { FlatId } from 'einzug'
 * import { id } from 'einzug/testing'
 * const flatId = id<FlatId>({ prefix: 'F', max: 99, awkward: false })
 * fc.sample(flatId, 50).every(each => /^F[0-9]{1,2}$/.test(each)) // => true
 * ```
 * @category words
 */
export const id = <A extends Id<string>>({
  prefix = '',
  max = 9999,
  awkward = true,
}: IdConstraints = {}): fc.Arbitrary<A> => {
  const numbered = fc.nat(max).map(number => `${prefix}${number}` as A)
  if (!awkward) return numbered
  const anyScript = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 18, arbitrary: numbered },
    { weight: 1, arbitrary: fc.constantFrom(...wordsOfObjects) as fc.Arbitrary<A> },
    { weight: 1, arbitrary: anyScript.filter((text): text is A => O.isSome(parse(text))) },
  )
}
