import { visible } from '../visible.ts'

const markup = Symbol('markup')

/** Markup that was written here, or escaped by {@link html}. No data can be taken for it: JSON has no symbols. */
export interface Html {
  readonly [markup]: string
}

type Piece = Html | string | number | undefined | ReadonlyArray<Html>

/** Trusts a text to be markup. For constants of this room and for drawings, never for data. */
export const trusted = (text: string): Html => ({ [markup]: text })

/** The markup as a text. */
export const textOf = (piece: Html): string => piece[markup]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\r': '&#13;',
}

const escaped = (text: string): string => visible(text).replace(/[&<>"'`\r]/g, c => entities[c] ?? c)

const shown = (piece: Piece): string => {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  if (Array.isArray(piece)) return (piece as ReadonlyArray<Html>).map(textOf).join('')
  return textOf(piece as Html)
}

/**
 * Markup with data in it: whatever is put in is escaped, for text and for attributes in quotes, unless it is markup
 * itself. Data cannot become markup, since a text is never taken for it.
 */
export const html = (parts: TemplateStringsArray, ...pieces: ReadonlyArray<Piece>): Html =>
  trusted(parts.reduce((page, part, k) => page + shown(pieces[k - 1]) + part))

/** A name from outside: its direction of writing stays its own. */
export const named = (name: string): Html => html`<bdi>${name}</bdi>`
