import { readFileSync } from 'node:fs'
import { type Flat, type IsoDay, isoDay, type Policy, type Seeker } from 'einzug'
import { decodePolicy, type Issue, issueSentence } from 'einzug/codec'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { columnsNamed, decodeFlatColumns, decodeHouseholdColumns } from './columns.ts'
import { type Rejection, readSheet, type Sheet } from './csv.ts'
import { readFlats } from './flats.ts'
import { readHouseholds } from './households.ts'

/** The sheets of a town: flats and households, what their columns hold, and the day. */
export interface Files {
  readonly flats: string
  readonly flatColumns: string
  readonly households: string
  readonly householdColumns: string
  readonly on: string
}

/** What the sheets say, and the rows that could not be used. */
export interface Town {
  readonly on: IsoDay
  readonly flats: ReadonlyArray<Flat>
  readonly seekers: ReadonlyArray<Seeker>
  readonly rejected: ReadonlyArray<Rejection>
}

/** What was read, or what is wrong, in words. */
export type Read<A> = E.Either<string, A>

const read = (file: string): Read<string> =>
  E.tryCatch(
    () => readFileSync(file, 'utf8'),
    error => `${file}: ${error instanceof Error ? error.message : String(error)}`,
  )

const readJson = <A>(file: string, decode: (input: unknown) => E.Either<ReadonlyArray<Issue>, A>): Read<A> =>
  pipe(
    read(file),
    E.chain(text =>
      E.tryCatch(
        () => JSON.parse(text) as unknown,
        error => `${file}: not JSON: ${String(error)}`,
      ),
    ),
    E.chain(input =>
      pipe(
        decode(input),
        E.mapLeft(issues => issues.map(issue => `${file}: ${issueSentence(issue)}`).join('\n')),
      ),
    ),
  )

/** A sheet that has every column its column file names. */
const withColumns =
  (named: ReadonlyArray<string>) =>
  (sheet: Sheet): Read<Sheet> => {
    const missing = named.filter(column => !sheet.columns.includes(column))
    return missing.length === 0
      ? E.right(sheet)
      : E.left(
          `${sheet.file}: no column ${missing.map(each => `"${each}"`).join(', ')}; the header has ${sheet.columns.join(', ')}`,
        )
  }

export const readPolicy = (file: string): Read<Policy> => readJson(file, decodePolicy)

/** Reads the sheets of a town; fails if there is a file that cannot be read, or no row that can be used. */
export const readTown = (files: Files): Read<Town> =>
  pipe(
    E.Do,
    E.bind('on', () =>
      pipe(
        isoDay(files.on),
        E.fromOption(() => `--on: expected an existing day YYYY-MM-DD, found ${files.on}`),
      ),
    ),
    E.bind('flatColumns', () => readJson(files.flatColumns, decodeFlatColumns)),
    E.bind('householdColumns', () => readJson(files.householdColumns, decodeHouseholdColumns)),
    E.bind('flats', ({ flatColumns }) =>
      pipe(
        read(files.flats),
        E.map(text => readSheet(files.flats, text, flatColumns.delimiter)),
        E.chain(withColumns(columnsNamed(flatColumns.flat))),
        E.map(sheet => readFlats(sheet, flatColumns)),
      ),
    ),
    E.bind('households', ({ householdColumns, on }) =>
      pipe(
        read(files.households),
        E.map(text => readSheet(files.households, text, householdColumns.delimiter)),
        E.chain(
          withColumns(
            columnsNamed({
              ...householdColumns.household,
              ...(householdColumns.rows === 'person' ? householdColumns.person : {}),
            }),
          ),
        ),
        E.map(sheet => readHouseholds(sheet, householdColumns, on)),
      ),
    ),
    E.chain(({ on, flats, households }) => {
      const rejected = [...flats.rejected, ...households.rejected]
      return flats.used.length === 0 || households.used.length === 0
        ? E.left(`no row could be used\n${rejected.map(rejectionSentence).join('\n')}`)
        : E.right({ on, flats: flats.used, seekers: households.used, rejected })
    }),
  )

/** A row that cannot be used: where, what was expected and what was found. */
export const rejectionSentence = ({ file, line, column, expected, found }: Rejection): string =>
  `${file}:${line}: ${column === '' ? '' : `column "${column}": `}expected ${expected}, found ${found === '' ? 'nothing' : found}`
