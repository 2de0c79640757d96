import { parseArgs } from 'node:util'
import type { Flat, IsoDay, Policy, Question, Seeker } from 'einzug'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { draws } from '../founding/draw.ts'
import { town } from '../founding/town.ts'
import { type Read, readPolicy, readTown, rejectionSentence } from '../sheets/files.ts'
import base from './nrw-2016-level-2.json' with { type: 'json' }
import { report } from './report.ts'

const usage = `einzug, policies side by side

  npm run example:policies                a town like Dülmen, from a seed
  npm run --silent example:policies -- --flats F.csv --flat-columns FC.json \\
      --households H.csv --household-columns HC.json [--policy P.json] [--on 2016-12-31]
                                          your own spreadsheets

  --policy P.json   the policy that the others are measured against (default: examples/policies/nrw-2016-level-2.json)
  --most N          no more than so many households, in the order of the sheet
  --seed N          another town of the same size (default 2015)

Every fifth flat is held back: a listing that might be rented.
Exit code: 0 every row was used, 2 rows were rejected, 1 nothing could be done.`

const options = {
  flats: { type: 'string' },
  'flat-columns': { type: 'string' },
  households: { type: 'string' },
  'household-columns': { type: 'string' },
  policy: { type: 'string' },
  most: { type: 'string', default: '1000' },
  on: { type: 'string', default: '2016-12-31' },
  seed: { type: 'string', default: '2015' },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

interface Given {
  readonly on: IsoDay
  readonly flats: ReadonlyArray<Flat>
  readonly seekers: ReadonlyArray<Seeker>
  readonly rejected: ReadonlyArray<string>
}

/** All that three years bring to a town, as if it were there at once. */
const seeded = (seed: string): Read<Given> => {
  if (!/^\d{1,9}$/.test(seed)) return E.left(`--seed: expected a whole number, found ${seed}`)
  const happenings = town(draws(Number(seed)))
  const on = '2018-01-01' as IsoDay
  return E.right({
    on,
    flats: happenings.flatMap(each => (each.what === 'flat' ? [each.flat] : [])),
    seekers: happenings.flatMap(each =>
      each.what === 'arrival'
        ? [{ household: each.household, regime: each.regime, waitingSince: each.on }]
        : [],
    ),
    rejected: [],
  })
}

const fromSheets = (values: Values): Read<Given> => {
  const { flats, households, on } = values
  const [flatColumns, householdColumns] = [values['flat-columns'], values['household-columns']]
  if (
    flats === undefined ||
    households === undefined ||
    flatColumns === undefined ||
    householdColumns === undefined
  )
    return E.left(`--flats, --flat-columns, --households and --household-columns belong together\n\n${usage}`)
  return pipe(
    readTown({ flats, flatColumns, households, householdColumns, on }),
    E.map(given => ({ ...given, rejected: given.rejected.map(rejectionSentence) })),
  )
}

const given = (values: Values): Read<Given> =>
  [values.flats, values['flat-columns'], values.households, values['household-columns']].every(
    each => each === undefined,
  )
    ? seeded(values.seed)
    : fromSheets(values)

const run = (values: Values): Read<{ readonly text: string; readonly rejected: ReadonlyArray<string> }> =>
  pipe(
    E.Do,
    E.bind('most', () =>
      /^\d{1,9}$/.test(values.most)
        ? E.right(Number(values.most))
        : E.left(`--most: expected a whole number, found ${values.most}`),
    ),
    E.bind('policy', () =>
      values.policy === undefined ? E.right(base as Policy) : readPolicy(values.policy),
    ),
    E.bind('town', () => given(values)),
    E.chain(({ most, policy, town: { on, flats, seekers, rejected } }) => {
      const isListing = (_: Flat, at: number): boolean => at % 5 === 4
      const question: Question = {
        on,
        policy,
        seekers: seekers.slice(0, most),
        flats: flats.filter((flat, at) => !isListing(flat, at)),
      }
      return pipe(
        report(question, flats.filter(isListing)),
        E.bimap(
          error => `the problem cannot be posed: ${JSON.stringify(error)}`,
          text => ({ text, rejected }),
        ),
      )
    }),
  )

const main = (): number => {
  let values: Values
  try {
    values = parseArgs({ options }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 1
  }
  if (values.help) {
    console.log(usage)
    return 0
  }
  const outcome = run(values)
  if (E.isLeft(outcome)) {
    console.error(outcome.left)
    return 1
  }
  for (const sentence of outcome.right.rejected) console.error(sentence)
  console.log(outcome.right.text)
  return outcome.right.rejected.length > 0 ? 2 : 0
}

process.exitCode = main()
