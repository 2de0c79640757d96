import * as O from 'fp-ts/Option'
import type * as t from 'io-ts'
import { codec, refused } from './reading.ts'

/** Texts that a function can make something of. Many say what the one before said: days, instants, streams, words. */
export const parsed = <A extends string>(name: string, parse: (text: string) => O.Option<A>): t.Type<A> => {
  let last: A | undefined
  return codec(name, (u, faults) => {
    if (last !== undefined && u === last) return last
    const value = typeof u === 'string' ? parse(u) : O.none
    if (O.isNone(value)) return refused(u, faults)
    last = value.value
    return last
  })
}

/** Finite numbers that satisfy a condition; -0 becomes 0, as JSON has it. */
export const number = (name: string, holds: (n: number) => boolean): t.Type<number> =>
  codec(name, (u, faults) =>
    Number.isFinite(u) && holds(u as number) ? (u as number) + 0 : refused(u, faults),
  )

const readable = (n: number): string => n.toLocaleString('en')

/** Whole numbers between two, both included. */
export const whole = (what: string, min: number, max: number): t.Type<number> =>
  number(
    `${what} from ${readable(min)} to ${readable(max)}`,
    n => Number.isSafeInteger(n) && n >= min && n <= max,
  )

/** The keys of a table, as words. */
export const words = <A extends string>(table: Readonly<Record<A, unknown>>): t.Type<A> =>
  parsed(oneOf(Object.keys(table)), text => (Object.hasOwn(table, text) ? O.some(text as A) : O.none))

/** How a sentence says that one of these is expected. */
export const oneOf = (all: ReadonlyArray<string>): string =>
  all.length === 1 ? (all[0] as string) : `one of ${all.join(', ')}`

/** What people write: not empty, and nothing that a store could not keep (NUL, or lone halves of characters). */
export const Text: t.Type<string> = /* @__PURE__ */ parsed('a text of 1 to 2,000 characters', text =>
  text.length >= 1 && text.length <= 2000 && !text.includes('\0') && !/\p{Cs}/u.test(text)
    ? O.some(text)
    : O.none,
)

export const YesNo: t.Type<boolean> = /* @__PURE__ */ codec('true or false', (u, faults) =>
  typeof u === 'boolean' ? u : refused(u, faults),
)

/** SHA-256 in hexadecimal. */
export const Digest: t.Type<string> = /* @__PURE__ */ parsed('a SHA-256 digest in hexadecimal', text =>
  text.length === 64 && isHexadecimal(text) ? O.some(text) : O.none,
)

/** Digit by digit: an expression takes seven times as long, and every stored event has a hash. */
const isHexadecimal = (text: string): boolean => {
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k)
    const isDigit = (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102)
    if (!isDigit) return false
  }
  return true
}

/** Sealed bytes in base64, a megabyte at most. */
export const Box: t.Type<string> = /* @__PURE__ */ parsed('sealed bytes in base64', text =>
  text.length <= 1_400_000 && text.length % 4 === 0 && /^[\d+/a-z]+={0,2}$/i.test(text)
    ? O.some(text)
    : O.none,
)
