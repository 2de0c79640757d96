import type { Flat } from 'einzug'
import { decode, Flat as FlatCodec } from 'einzug/codec'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { fields, reader } from './cell.ts'
import type { FlatColumns } from './columns.ts'
import type { Sheet } from './csv.ts'
import { idOf, misreadOf, type Outcome, readRows } from './row.ts'

/** Which column file entry a field of a flat is read from, where the names differ. */
const entryOf: Readonly<Record<string, string>> = {
  'rent.cold': 'coldRent',
  'rent.serviceCharges': 'serviceCharges',
  'rent.heating': 'heating',
  'landlord.personsMax': 'personsMax',
}

/** The flats of a sheet. */
export const readFlats = (sheet: Sheet, { decimal, flat }: FlatColumns): Outcome<Flat> => {
  const columns = flat as Readonly<Record<string, { readonly column?: string } | undefined>>
  const columnOf = (field: string): string => columns[entryOf[field] ?? field]?.column ?? field
  return readRows(sheet, columnOf('id'), (line, at) => {
    const read = reader(line, decimal)
    return pipe(
      fields({
        district: read.text(flat.district),
        area: read.number(flat.area),
        rooms: read.number(flat.rooms),
        bedrooms: read.number(flat.bedrooms),
        floor: read.number(flat.floor),
        lift: read.flag(flat.lift),
        stepFree: read.flag(flat.stepFree),
        petsAllowed: read.flag(flat.petsAllowed),
        roomsLet: read.count(flat.roomsLet),
        availableFrom: read.day(flat.availableFrom),
        availableUntil: read.day(flat.availableUntil),
        personsMax: read.count(flat.personsMax),
        cold: read.money(flat.coldRent),
        serviceCharges: read.money(flat.serviceCharges),
        heating: read.money(flat.heating),
      }),
      E.chain(({ cold, serviceCharges, heating, personsMax, ...stated }) =>
        pipe(
          decode(FlatCodec)({
            ...stated,
            id: idOf(flat.id, line, at),
            rent: {
              ...(cold === undefined ? {} : { cold }),
              ...(serviceCharges === undefined ? {} : { serviceCharges }),
              ...(heating === undefined ? {} : { heating }),
            },
            ...(personsMax === undefined ? {} : { landlord: { personsMax } }),
          }),
          E.mapLeft(misreadOf(columnOf)),
        ),
      ),
    )
  })
}
