import { readFileSync } from 'node:fs'
import Table from 'cli-table3'
import { type Allocation, allocate, explain, isoDay, type Problem, pose, sentenceIn, verify } from 'einzug'
import { decodePolicy, type Issue, issueSentence } from 'einzug/codec'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import { columnsNamed, decodeFlatColumns, decodeHouseholdColumns } from '../sheets/columns.ts'
import { type Rejection, readSheet, type Sheet } from '../sheets/csv.ts'
import { readFlats } from '../sheets/flats.ts'
import { readHouseholds } from '../sheets/households.ts'

export interface Files {
  readonly flats: string
  readonly flatColumns: string
  readonly households: string
  readonly householdColumns: string
  readonly policy: string
  readonly on: string
  readonly json: boolean
}

type Read<A> = E.Either<string, A>

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

const run = (
  files: Files,
): Read<{
  readonly problem: Problem
  readonly allocation: Allocation
  readonly rejected: ReadonlyArray<Rejection>
}> =>
  pipe(
    E.Do,
    E.bind('on', () =>
      pipe(
        isoDay(files.on),
        E.fromOption(() => `--on: expected an existing day YYYY-MM-DD, found ${files.on}`),
      ),
    ),
    E.bind('policy', () => readJson(files.policy, decodePolicy)),
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
    E.chain(({ on, policy, flats, households }) => {
      const rejected = [...flats.rejected, ...households.rejected]
      if (flats.used.length === 0 || households.used.length === 0)
        return E.left(`no row could be used\n${rejected.map(rejectionSentence).join('\n')}`)
      return pipe(
        pose({ on, policy, flats: flats.used, seekers: households.used }),
        E.mapLeft(error => `the problem cannot be posed: ${JSON.stringify(error)}`),
        E.map(problem => ({ problem, allocation: allocate(problem), rejected })),
      )
    }),
  )

const rejectionSentence = ({ file, line, column, expected, found }: Rejection): string =>
  `${file}:${line}: ${column === '' ? '' : `column "${column}": `}expected ${expected}, found ${found === '' ? 'nothing' : found}`

/** Allocates from spreadsheets and prints what came of it. Returns the exit code. */
export const sheets = (files: Files): number => {
  const outcome = run(files)
  if (E.isLeft(outcome)) {
    console.error(outcome.left)
    return 1
  }
  const { problem, allocation, rejected } = outcome.right
  for (const rejection of rejected) console.error(rejectionSentence(rejection))

  const { household: reasonOf } = explain(problem, allocation)
  const unplaced = allocation.unplaced.map(household => {
    const reason = pipe(reasonOf(household), O.fromEither, O.toNullable)
    return {
      household,
      reason: reason?._tag ?? '',
      sentence: reason === null ? '' : sentenceIn('en')(reason),
    }
  })
  const proof = E.isRight(verify(problem, allocation)) ? 'verified' : 'refuted'
  if (files.json) {
    const { proof: _, placements, totals } = allocation
    console.log(
      JSON.stringify({
        on: problem.on,
        policy: problem.policy.name,
        ...totals,
        proof,
        allocated: placements,
        unplaced,
        rejected,
      }),
    )
  } else print(allocation, unplaced, proof)
  return rejected.length > 0 ? 2 : 0
}

const print = (
  { totals, placements }: Allocation,
  unplaced: ReadonlyArray<{ readonly household: string; readonly sentence: string }>,
  proof: string,
): void => {
  const placed = new Table({ head: ['household', 'flat', 'fit'], style: { head: [] } })
  for (const { householdId, flatId, fit } of placements) placed.push([householdId, flatId, fit])
  const waiting = new Table({
    head: ['household', 'why it has no flat'],
    colWidths: [14, 94],
    wordWrap: true,
    style: { head: [] },
  })
  for (const { household, sentence } of unplaced) waiting.push([household, sentence])
  console.log(placed.toString())
  if (unplaced.length > 0) console.log(waiting.toString())
  console.log(
    `${totals.placements} of ${totals.households} households (${totals.personsHoused} of ${totals.persons} persons) ` +
      `placed in ${totals.flats} flats; ${totals.compatiblePairs} pairs were possible; proof ${proof}`,
  )
}
