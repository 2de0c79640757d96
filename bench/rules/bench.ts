import { warnIfBusy } from '../timing.ts'
import { most, type Pairs } from './engines.ts'
import { measure } from './measure.ts'
import { everyEngine, type Options } from './options.ts'
import { type Row, sameTask } from './row.ts'
import { tableHeader, tableLine } from './table.ts'
import { summaryOf } from './targets.ts'
import { townOf } from './town.ts'

/** Runs the engines size by size, and prints each row as soon as it is there. Notes go to stderr. */
export const benchRules = (options: Options): void => {
  warnIfBusy()
  const rows: Array<Row> = []
  if (!options.json) console.log(tableHeader())
  for (const n of options.sizes) {
    for (const row of rowsAt(n, options)) {
      rows.push(row)
      const einzug = rows.find(each => sameTask(each, { n, engine: 'columns' }))
      console.log(options.json ? JSON.stringify(row) : tableLine(row, einzug))
    }
  }
  const print = options.json ? console.error : console.log
  print(`\n${summaryOf(rows)}`)
}

function* rowsAt(n: number, { engines: chosen, seed }: Options): Generator<Row> {
  const question = townOf(n, seed)
  let columns: Pairs | undefined
  for (const engine of everyEngine.filter(each => chosen.includes(each))) {
    if (n > most[engine]) {
      console.error(`${engine}: not asked for n = ${n}`)
      continue
    }
    const { found, ...times } = measure(engine, question)
    const pairs = found.heads.length
    const nanosecondsPerPair = (1e9 * times.seconds) / pairs
    const same = columns === undefined ? null : equal(found, columns)
    yield { n, engine, pairs, ...times, nanosecondsPerPair, same }
    if (engine === 'columns') columns = found
  }
}

const equal = (a: Pairs, b: Pairs): boolean =>
  (['offsets', 'heads', 'fit'] as const).every(
    array => a[array].length === b[array].length && a[array].every((value, at) => value === b[array][at]),
  )
