import { decode, IsoDay, Regime } from 'einzug/codec'
import * as t from 'io-ts'

/**
 * Where a field stands in a sheet, and how it is written there:
 * - `unit`: money in `EUR` (the default) or `cent`;
 * - `date`: `YYYY-MM-DD` (the default) or `DD.MM.YYYY`;
 * - `values`: what each word of the sheet means; `null` = not stated. A word that is not listed is an error.
 */
export interface Cell {
  readonly column: string
  readonly unit?: 'EUR' | 'cent'
  readonly date?: 'YYYY-MM-DD' | 'DD.MM.YYYY'
  readonly values?: Readonly<Record<string, string | number | boolean | null>>
}

const Cell: t.Type<Cell> = t.intersection([
  t.strict({ column: t.string }),
  t.partial({
    unit: t.union([t.literal('EUR'), t.literal('cent')]),
    date: t.union([t.literal('YYYY-MM-DD'), t.literal('DD.MM.YYYY')]),
    values: t.record(t.string, t.union([t.string, t.number, t.boolean, t.null])),
  }),
])

/** An id may also be made from the running number of the row: `{ "prefix": "flat-" }`. */
export type IdCell = Cell | { readonly prefix: string }
const IdCell: t.Type<IdCell> = t.union([Cell, t.strict({ prefix: t.string })])

const sheet = {
  /** The decimal sign: `.` (`1,052.95`) or `,` (`1.052,95`). */
  decimal: t.union([t.literal('.'), t.literal(',')]),
}
const dialect = t.partial({ delimiter: t.string })

/** Which column of a sheet of flats holds what. */
export const FlatColumns = t.intersection([
  t.strict({
    ...sheet,
    flat: t.intersection([
      t.strict({ id: IdCell, district: Cell, area: Cell, rooms: Cell, coldRent: Cell }),
      t.partial({
        serviceCharges: Cell,
        heating: Cell,
        bedrooms: Cell,
        floor: Cell,
        lift: Cell,
        stepFree: Cell,
        petsAllowed: Cell,
        roomsLet: Cell,
        availableFrom: Cell,
        availableUntil: Cell,
        personsMax: Cell,
      }),
    ]),
  }),
  dialect,
])
export type FlatColumns = t.TypeOf<typeof FlatColumns>

const householdCells = t.partial({ regime: Cell, waitingSince: Cell, tier: Cell, stepFree: Cell, pets: Cell })
const defaults = t.strict({ defaults: t.strict({ regime: Regime, waitingSince: IsoDay }) })

/** One row per household, with counts of members. */
const CountColumns = t.intersection([
  t.strict({
    ...sheet,
    rows: t.literal('household'),
    household: t.intersection([
      t.strict({ id: IdCell, children: Cell, adults: Cell, seniors: Cell }),
      householdCells,
    ]),
  }),
  defaults,
  dialect,
])
export type CountColumns = t.TypeOf<typeof CountColumns>

/** One row per person; the household's own fields are read from its first row. */
const MemberColumns = t.intersection([
  t.strict({
    ...sheet,
    rows: t.literal('person'),
    household: t.intersection([t.strict({ id: Cell }), householdCells]),
    person: t.partial({ born: Cell, age: Cell, sex: Cell, relation: Cell }),
  }),
  defaults,
  dialect,
])
export type MemberColumns = t.TypeOf<typeof MemberColumns>

/** Which column of a sheet of households holds what. */
export type HouseholdColumns = CountColumns | MemberColumns
export const HouseholdColumns: t.Type<HouseholdColumns> = t.union([CountColumns, MemberColumns])

export const decodeFlatColumns = decode(FlatColumns)
export const decodeHouseholdColumns = decode(HouseholdColumns)

/** The columns a column file names. */
export const columnsNamed = (cells: Readonly<Record<string, IdCell | undefined>>): ReadonlyArray<string> =>
  Object.values(cells).flatMap(cell => (cell !== undefined && 'column' in cell ? [cell.column] : []))
