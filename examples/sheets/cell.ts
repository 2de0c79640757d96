import * as E from 'fp-ts/Either'
import type { Cell } from './columns.ts'
import type { Line } from './csv.ts'

/** What a cell should have held, and what it holds. */
export interface Misread {
  readonly column: string
  readonly expected: string
  readonly found: string
}

type Read<A> = E.Either<Misread, A | undefined>

export type Value = string | number | boolean

const shapes = {
  '.': /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
  ',': /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
}

/** `1.052,95 €` → 1052.95 where the decimal sign is a comma; a number written otherwise is refused, not guessed. */
const numberIn = (text: string, decimal: '.' | ','): number | undefined => {
  const bare = text.replace(/^(€|EUR)\s*|\s*(€|EUR|m²|qm|m2)$/gu, '')
  if (!shapes[decimal].test(bare)) return undefined
  return Number(decimal === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', ''))
}

const yes = new Set(['true', 'yes', 'ja', 'y', 'j', '1', 'x'])
const no = new Set(['false', 'no', 'nein', 'n', '0'])

/** Reads the fields of one line; an empty cell, or a field without a column, is `undefined`: not stated. */
export const reader = (line: Line, decimal: '.' | ',') => {
  const read =
    <A extends Value>(expected: string, parse: (text: string) => A | undefined) =>
    (cell: Cell | undefined): Read<A> => {
      const found = cell === undefined ? '' : (line.cells[cell.column] ?? '')
      if (cell === undefined || found === '') return E.right(undefined)
      if (cell.values !== undefined) {
        const value = Object.hasOwn(cell.values, found) ? cell.values[found] : undefined
        if (value === null) return E.right(undefined)
        const listed = `one of ${Object.keys(cell.values).join(', ')}`
        return value === undefined
          ? E.left({ column: cell.column, expected: listed, found })
          : E.right(value as A)
      }
      const value = parse(found)
      return value === undefined ? E.left({ column: cell.column, expected, found }) : E.right(value)
    }

  const number = read(`a number with decimal sign "${decimal}"`, text => numberIn(text, decimal))
  return {
    text: read('a text', text => text),
    number,
    count: read('a whole number from 0', text => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)),
    /** In whole cents. */
    money: (cell: Cell | undefined): Read<number> =>
      E.map((amount: number | undefined) =>
        amount === undefined ? undefined : cell?.unit === 'cent' ? amount : Number((amount * 100).toFixed(6)),
      )(number(cell)),
    flag: read('yes or no', text =>
      yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : undefined,
    ),
    day: (cell: Cell | undefined): Read<string> => {
      const german = cell?.date === 'DD.MM.YYYY'
      return read(`a day written ${german ? 'DD.MM.YYYY' : 'YYYY-MM-DD'}`, text => {
        const parts = (german ? /^(\d\d)\.(\d\d)\.(\d{4})$/ : /^(\d{4})-(\d\d)-(\d\d)$/).exec(text)
        return parts === null ? undefined : (german ? parts.slice(1).reverse() : parts.slice(1)).join('-')
      })(cell)
    },
  }
}

/** An object of those fields that are stated, or everything that could not be read. */
export const fields = <Name extends string>(
  reads: Readonly<Record<Name, Read<unknown>>>,
): E.Either<ReadonlyArray<Misread>, Partial<Record<Name, unknown>>> => {
  const entries = Object.entries<Read<unknown>>(reads)
  const misread = entries.flatMap(([, value]) => (E.isLeft(value) ? [value.left] : []))
  if (misread.length > 0) return E.left(misread)
  const stated = entries.flatMap(([name, value]) =>
    E.isRight(value) && value.right !== undefined ? [[name, value.right]] : [],
  )
  return E.right(Object.fromEntries(stated) as Partial<Record<Name, unknown>>)
}
