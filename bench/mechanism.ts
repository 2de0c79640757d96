// How long mechanisms and audits take on seeded towns of households with a shortlist of 30 to 44 flats each.
import type { Matching, Result } from 'einzug/matching'
import {
  augmentingPath,
  blockingPair,
  deferredAcceptance,
  individualLoss,
  maximumStable,
  paretoImprovement,
  serialDictatorship,
  topTradingCycles,
  transfers,
} from 'einzug/mechanism'
import { structured } from './matching/instances/districts.ts'
import { random } from './matching/instances/random.ts'

/** Prints milliseconds (median of three), rows placed, and for audits of its outcome whether they found anything. */
export const benchMechanism = (): void => {
  for (const n of [10_000, 100_000]) benchTown(n)
}

const benchTown = (n: number): void => {
  const { graph, ranks } = structured(n, 1)
  const { below } = random(2)
  const sizes = Int32Array.from(ranks, () => 1 + below(6))
  const order = Int32Array.from(ranks.keys()).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b)
  const ofPairs = new Int32Array(graph.heads.length).map(() => below(1000))
  // every second row lives where a queue from behind has put it
  const before = right(serialDictatorship(graph, order.slice().reverse())).columnOf
  const endowment = before.map((column, row) => (row % 2 === 0 ? column : -1))
  const place = new Int32Array(n)
  for (const [at, row] of order.entries()) place[row] = at

  const size = n.toLocaleString('en')
  console.log(
    `${size} rows, ${graph.heads.length.toLocaleString('en')} pairs`.padEnd(44),
    '      ms',
    '   placed',
  )
  const timed = (name: string, mechanism: () => Result<unknown, Matching>): Matching => {
    const [outcome, milliseconds] = median(() => right(mechanism()))
    const placed = outcome.columnOf.filter(column => column >= 0).length
    console.log(name.padEnd(44), milliseconds.toFixed(0).padStart(8), placed.toLocaleString('en').padStart(9))
    return outcome
  }
  const queue = timed('serialDictatorship', () => serialDictatorship(graph, order))
  timed('topTradingCycles, half of them tenants', () => topTradingCycles(graph, { order, endowment }))
  timed('transfers among tenants', () => transfers(graph, endowment))
  timed('deferredAcceptance, rows propose', () => deferredAcceptance(graph, { ofPairs }))
  timed('deferredAcceptance, columns propose', () =>
    deferredAcceptance(graph, { ofPairs }, { proposing: 'columns' }),
  )
  timed('maximumStable', () => maximumStable(graph, sizes))

  console.log('audits of the first'.padEnd(44), '      ms', '    found')
  const audited = (name: string, audit: () => Result<unknown, unknown>): void => {
    const [found, milliseconds] = median(() => right(audit()))
    const verdict = found === undefined ? 'none' : 'one'
    console.log(name.padEnd(44), milliseconds.toFixed(0).padStart(8), verdict.padStart(9))
  }
  audited('blockingPair', () => blockingPair(graph, { ofRows: place }, queue))
  audited('paretoImprovement', () => paretoImprovement(graph, queue))
  audited('augmentingPath', () => augmentingPath(graph, queue))
  audited('individualLoss', () => individualLoss(graph, endowment, queue))
  console.log()
}

const median = <A>(compute: () => A): readonly [A, number] => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    const result = compute()
    return [result, performance.now() - start] as const
  })
  return times.sort((a, b) => a[1] - b[1])[1] as readonly [A, number]
}

const right = <A>(result: Result<unknown, A>): A => {
  if (result._tag === 'Left') throw new Error(JSON.stringify(result.left))
  return result.right
}
