import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { type Issues, issuesOf } from './issue.ts'

/**
 * Reads a value that nothing is known of. The outcome shares no object with the input, and has no keys but those
 * that its type names.
 *
 * Fails with everything that is wrong, each with its path. Never throws on what `JSON.parse` returns.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decode, Rent } from 'einzug/codec'
 * decode(Rent)({ cold: 48000, colour: 'red' }) // => E.right({ cold: 48000 })
 * const expected = 'whole cents from 0 to 1,000,000,000'
 * decode(Rent)({ cold: 480.5 }) // => E.left([{ path: ['cold'], expected, found: 480.5 }])
 * ```
 * @category decoding
 */
export const decode =
  <A>(codec: t.Type<A>) =>
  (input: unknown): Either<Issues, A> =>
    E.mapLeft(issuesOf)(codec.decode(input))

/**
 * A row that could not be read: its place in the list, from 0, and what is wrong. Paths begin inside the row.
 *
 * @category errors
 */
export interface Rejected {
  readonly index: number
  readonly issues: Issues
}

/**
 * A list read row by row.
 *
 * @category errors
 */
export interface Sifted<A> {
  readonly accepted: ReadonlyArray<A>
  readonly rejected: ReadonlyArray<Rejected>
}

/**
 * Reads a list row by row: good rows are kept beside bad ones, both in their order.
 *
 * @example
 * ```ts
 * import { decodeEach, Rent } from 'einzug/codec'
 * const { accepted, rejected } = decodeEach(Rent)([{ cold: 48000 }, { cold: '480' }, { cold: 0 }])
 * accepted // => [{ cold: 48000 }, { cold: 0 }]
 * rejected.map(({ index, issues }) => [index, issues[0].path]) // => [[1, ['cold']]]
 * ```
 * @category decoding
 */
export const decodeEach =
  <A>(codec: t.Type<A>) =>
  (inputs: ReadonlyArray<unknown>): Sifted<A> => {
    const accepted: Array<A> = []
    const rejected: Array<Rejected> = []
    for (const [index, input] of inputs.entries()) {
      const decoded = decode(codec)(input)
      if (E.isRight(decoded)) accepted.push(decoded.right)
      else rejected.push({ index, issues: decoded.left })
    }
    return { accepted, rejected }
  }

/** Reads a list row by row; fails if it is none. */
export const decodeList =
  <A>(codec: t.Type<A>) =>
  (input: unknown): Either<Issues, Sifted<A>> =>
    Array.isArray(input)
      ? E.right(decodeEach(codec)(input))
      : E.left([{ path: [], expected: 'a list', found: input }])
