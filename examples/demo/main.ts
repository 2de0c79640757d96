import { parseArgs } from 'node:util'
import { founding } from './founding.ts'
import { sheets } from './sheets.ts'

const usage = `einzug demo

  npm run demo                       live through the founding case: Dülmen, 2015 to 2017; writes einzug-report.html
  npm run --silent demo -- --flats F.csv --flat-columns FC.json \\
      --households H.csv --household-columns HC.json --policy P.json [--on 2016-12-31] [--json]
                                     allocate from your own spreadsheets

  --seed N    founding case: another town of the same size (default 2015)
  --on DAY    the day to allocate for (default: today)
  --json      print one JSON object instead of tables, and write no page
  --language  of the page, de or en (default de)

Exit code: 0 every row was used, 2 rows were rejected but an allocation was made, 1 nothing could be done.`

const options = {
  flats: { type: 'string' },
  'flat-columns': { type: 'string' },
  households: { type: 'string' },
  'household-columns': { type: 'string' },
  policy: { type: 'string' },
  on: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  language: { type: 'string', default: 'de' },
  help: { type: 'boolean', default: false },
} as const

const main = async (): Promise<number> => {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
  try {
    values = parseArgs({ options }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 1
  }
  const { flats, households, policy, on, seed = '2015', json, language, help } = values
  const flatColumns = values['flat-columns']
  const householdColumns = values['household-columns']
  const given = [flats, flatColumns, households, householdColumns, policy]
  if (help) {
    console.log(usage)
    return 0
  }
  if (given.every(each => each === undefined)) {
    if (language !== 'de' && language !== 'en') {
      console.error(`--language: expected de or en, found ${language}`)
      return 1
    }
    if (/^\d{1,9}$/.test(seed)) return founding(Number(seed), json, language)
    console.error(`--seed: expected a whole number, found ${seed}`)
    return 1
  }
  if (
    flats !== undefined &&
    flatColumns !== undefined &&
    households !== undefined &&
    householdColumns !== undefined &&
    policy !== undefined
  )
    return sheets({
      flats,
      flatColumns,
      households,
      householdColumns,
      policy,
      on: on ?? new Date().toISOString().slice(0, 10),
      json,
    })
  console.error(
    `--flats, --flat-columns, --households, --household-columns and --policy belong together\n\n${usage}`,
  )
  return 1
}

process.exitCode = await main()
