// One row, in a process of its own, so that the peak memory is its own: prints the outcome as JSON.
import { isDeepStrictEqual } from 'node:util'
import {
  type Measured as AllOf,
  allSeries,
  asOf,
  census,
  fold,
  type IsoDay,
  isoOf,
  type Ledger,
  ledger,
  type Recorded,
  replay,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { viewOf } from '../../src/projection/series/measure.ts'
import { random } from '../matching/instances/random.ts'
import { cityOf } from './city.ts'
import { immerFold, populationOf } from './immer.ts'
import { measures, tenYears } from './measures.ts'
import { forgetBuilding, peakMb } from './memory.ts'
import type { Measured, Task } from './row.ts'

export interface Order extends Task {
  readonly seed: number
}

interface Timed<A> {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly result: A
}

const timed = <A>(run: () => A): Timed<A> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const result = run()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6, result }
}

const middle = (numbers: ReadonlyArray<number>, share = 0.5): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? Number.NaN

const rssMb = (): number => process.memoryUsage.rss() / 2 ** 20

/** Short logs are run often enough to see what the compiler makes of it; long ones thrice. */
const runsOf = (n: number): number => (n <= 20_000 ? 15 : n <= 200_000 ? 7 : 3)

const medians = (runs: ReadonlyArray<Timed<unknown>>) => ({
  seconds: middle(runs.map(({ seconds }) => seconds)),
  cpuSeconds: middle(runs.map(({ cpuSeconds }) => cpuSeconds)),
})

const measured = ({ n, work, seed }: Order): Measured => {
  const log = cityOf(n, seed)
  forgetBuilding()
  const logMb = rssMb()
  switch (work) {
    case 'read':
      return overAndOver(25, logMb, () => lettersOf(log))
    case 'replay':
      return overAndOver(runsOf(n), logMb, () => replay(log).version)
    case 'figures':
      return figures(log, logMb)
    case 'immer': {
      const run = timed(immerFold(log))
      const books = fold(ledger)(log)
      const day = '2016-12-31' as IsoDay
      const [counted] = [asOf({ figure: 'population', unit: 'persons' }, { effective: day })(books)]
      const same =
        E.isRight(counted) &&
        'count' in counted.right &&
        counted.right.count === populationOf(run.result, 17_166)
      return { seconds: run.seconds, cpuSeconds: run.cpuSeconds, peakMb: peakMb(), logMb, same }
    }
    case 'question':
      return questions(fold(ledger)(log), seed, logMb)
    case 'event':
      return oneByOne(log, logMb)
  }
}

const overAndOver = (runs: number, logMb: number, run: () => number): Measured => {
  const first = timed(run)
  const memory = { peakMb: peakMb(), logMb }
  const again = Array.from({ length: runs - 1 }, () => timed(run))
  return { ...medians([first, ...again]), ...memory, same: null }
}

/** How long the types, days and commands of all events are. */
const lettersOf = (log: ReadonlyArray<Recorded>): number => {
  let letters = 0
  for (const { type, data, envelope } of log)
    letters += type.length + ('on' in data ? data.on.length : 0) + envelope.commandId.length
  return letters
}

const figures = (log: ReadonlyArray<Recorded>, logMb: number): Measured => {
  const run = (): { readonly pass: Timed<Ledger>; readonly reading: Timed<ReadonlyArray<AllOf>> } => {
    const pass = timed(() => fold(ledger)(log))
    const reading = timed(() => {
      const all = allSeries(measures, tenYears)(pass.result)
      if (E.isLeft(all)) throw new Error(all.left._tag)
      return all.right
    })
    return { pass, reading }
  }
  const first = run()
  const memory = { peakMb: peakMb(), logMb }
  const same = agrees(log, first.reading.result)
  const runs = [first, ...Array.from({ length: runsOf(log.length) - 1 }, run)]
  const sum = (by: (each: Timed<unknown>) => number): number =>
    middle(runs.map(({ pass, reading }) => by(pass) + by(reading)))
  return {
    seconds: sum(({ seconds }) => seconds),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    readSeconds: middle(runs.map(({ reading }) => reading.cpuSeconds)),
    ...memory,
    same,
  }
}

/** Whether the views of the census say the same of some months. */
const agrees = (log: ReadonlyArray<Recorded>, all: ReadonlyArray<AllOf>): boolean => {
  const state = fold(census)(log)
  const months = [
    [17, '2011-06-01', '2011-07-01'],
    [83, '2016-12-01', '2017-01-01'],
  ] as const
  return all.every(({ measure, series }) =>
    months.every(([at, from, until]) =>
      isDeepStrictEqual(
        series.points[at],
        viewOf(measure, { from: from as IsoDay, until: until as IsoDay })(state),
      ),
    ),
  )
}

const questions = (books: Ledger, seed: number, logMb: number): Measured => {
  const { below } = random(seed)
  const times = Array.from({ length: 40 * measures.length }, (_, k) => {
    const [day, known] = [14_610 + below(3_652), 14_610 + below(3_652)]
    const year = isoOf(day).slice(0, 4)
    const effective =
      k % 2 === 0
        ? isoOf(day)
        : { from: `${year}-01-01` as IsoDay, until: `${Number(year) + 1}-01-01` as IsoDay }
    const measure = measures[k % measures.length]
    if (measure === undefined) throw new Error('no measure')
    const ask = asOf(measure, { effective, known: `${isoOf(known)}T12:00:00.000Z` })
    return timed(() => ask(books))
  }).slice(10 * measures.length)
  return { ...medians(times), ...perOne(times), peakMb: peakMb(), logMb, same: null }
}

/** The last two thousand events that post anything, one by one. */
const oneByOne = (log: ReadonlyArray<Recorded>, logMb: number): Measured => {
  const last = 5_000
  let books = fold(ledger)(log.slice(0, -last))
  const times: Array<Timed<Ledger>> = []
  for (const event of log.slice(-last)) {
    const run = timed(() => ledger.apply(books, event))
    if (run.result.entries.length > books.entries.length) times.push(run)
    books = run.result
  }
  return { ...medians(times), ...perOne(times), peakMb: peakMb(), logMb, same: null }
}

const perOne = (times: ReadonlyArray<Timed<unknown>>) => {
  const each = times.map(({ seconds }) => 1e6 * seconds)
  return { median: middle(each), p95: middle(each, 0.95) }
}

console.log(JSON.stringify(measured(JSON.parse(process.argv[2] ?? '') as Order)))
