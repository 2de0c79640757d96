import type { ReadonlyNonEmptyArray } from 'fp-ts/ReadonlyNonEmptyArray'
import type * as t from 'io-ts'

/**
 * What is wrong with a document, and where: the keys and indices that lead to the place, what was expected
 * there, and what was found (`undefined`: nothing).
 *
 * @category errors
 */
export interface Issue {
  readonly path: ReadonlyArray<string | number>
  readonly expected: string
  readonly found: unknown
}

/**
 * All that is wrong with a document.
 *
 * @category errors
 */
export type Issues = ReadonlyNonEmptyArray<Issue>

/** io-ts knows keys as text only: below a list they are indices. */
const pathOf = (context: t.Context): Issue['path'] =>
  context
    .slice(1)
    .map(({ key }, at) => (Array.isArray((context[at] as t.ContextEntry).actual) ? Number(key) : key))

/** The errors of io-ts as issues; what was expected is the message, or else the name of the codec. */
export const issuesOf = (errors: t.Errors): Issues =>
  errors.map(({ value, context, message }) => ({
    path: pathOf(context),
    expected: message ?? (context.at(-1) as t.ContextEntry).type.name,
    found: value,
  })) as unknown as Issues

const longest = 60

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`

/** Quoted and cut to 60 characters; what does not print (control, bidirectional, lone halves) is escaped. */
const quoted = (text: string): string => {
  const start = Array.from(text.slice(0, 2 * longest))
  const cut = start.length > longest || text.length > 2 * longest
  const shown = (cut ? start.slice(0, longest) : start).join('').replace(/["\\]/g, '\\$&')
  return `"${shown.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}${cut ? '…' : ''}"`
}

/** Lists and objects are named, not printed: they may be of any size and depth. */
const shown = (found: unknown): string => {
  if (found === undefined) return 'nothing'
  if (typeof found === 'string') return quoted(found)
  if (Array.isArray(found)) return `a list of ${found.length}`
  if (typeof found === 'number' || typeof found === 'boolean' || found === null) return String(found)
  return typeof found === 'object' ? 'an object' : `a ${typeof found}`
}

const step = (key: string | number, at: number): string => {
  if (typeof key === 'number') return `[${key}]`
  if (!/^[\w$]{1,40}$/.test(key)) return `[${quoted(key)}]`
  return at === 0 ? key : `.${key}`
}

/**
 * An issue as a sentence of one line. Long texts are shortened, and characters that do not print are escaped.
 *
 * @example
 * ```ts
 * import { issueSentence } from 'einzug/codec'
 * const issue = { path: ['rules', 2, 'unit'], expected: 'EUR or cent', found: 'm²' }
 * issueSentence(issue) // => 'rules[2].unit: expected EUR or cent, found "m²"'
 * issueSentence({ path: [], expected: 'a policy', found: [1, 2] }) // => 'expected a policy, found a list of 2'
 * ```
 * @category errors
 */
export const issueSentence = ({ path, expected, found }: Issue): string =>
  `${path.map(step).join('')}${path.length > 0 ? ': ' : ''}expected ${expected}, found ${shown(found)}`
