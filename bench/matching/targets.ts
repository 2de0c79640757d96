import type { Line } from '../target-line.ts'
import type { EngineName } from './engines.ts'
import { ranked } from './instances/index.ts'
import type { Row, Task } from './row.ts'

/** A ratio the benchmark must show: what it is, which rows it is made of, and where the line is. */
export interface Target {
  readonly name: string
  readonly needs: ReadonlyArray<Task>
  /** Rows that count if they are there. */
  readonly welcome?: ReadonlyArray<Task>
  readonly line: Line
  readonly unit: '×' | 'MB' | '%'
  /** From the rows it needs, in their order, and the welcome ones; `limit` stands for the seconds of a row that was stopped. */
  readonly measure: (rows: ReadonlyArray<Row>, limit: number) => number
}

type Instance = Pick<Task, 'instance' | 'n'>

const secondsOf = (row: Row | undefined, limit: number): number =>
  row?.status === 'timeout' ? limit : (row?.seconds ?? Number.NaN)

/** How many times longer a peer took than einzug. */
const faster = (on: Instance, peer: EngineName, times: number): Target => ({
  name: `${on.instance} ${on.n.toLocaleString('en')}: ${peer} / einzug`,
  needs: [
    { ...on, engine: 'einzug' },
    { ...on, engine: peer },
  ],
  line: { atLeast: times },
  unit: '×',
  measure: ([einzug, row], limit) => secondsOf(row, limit) / secondsOf(einzug, Number.NaN),
})

/** As `faster`, of the fastest npm package there is. */
const fasterThanNpm = (on: Instance, times: number): Target => ({
  ...faster(on, 'munkres', times),
  name: `${on.instance} ${on.n.toLocaleString('en')}: fastest of npm / einzug`,
  welcome: npm.map(engine => ({ ...on, engine })),
  measure: ([einzug, ...peers], limit) => {
    const times = peers.map(row => secondsOf(row, limit)).filter(seconds => !Number.isNaN(seconds))
    return times.length === 0 ? Number.NaN : Math.min(...times) / secondsOf(einzug, Number.NaN)
  },
})

const npm = ['munkres-algorithm', 'linear-sum-assignment', 'edmonds-blossom-fixed', 'highs'] as const

const einzugOn = (instance: Task['instance'], n: number): Task => ({ instance, n, engine: 'einzug' })

/** First run against first run, each in a process of its own: a warmed small one would set the compiler's time beside none. */
const growth = (instance: Task['instance']): Target => ({
  name: `${instance} 100,000: seconds of a first run / those at 10,000`,
  needs: [einzugOn(instance, 100_000), einzugOn(instance, 10_000)],
  line: { atMost: 15 },
  unit: '×',
  measure: ([large, small]) => (large?.coldSeconds ?? Number.NaN) / (small?.coldSeconds ?? Number.NaN),
})

const memory = (instance: Task['instance']): Target => ({
  name: `${instance} 100,000: peak memory`,
  needs: [einzugOn(instance, 100_000)],
  line: { atMost: 300 },
  unit: 'MB',
  measure: ([row]) => row?.peakMb ?? Number.NaN,
})

const checking = (instance: Task['instance']): Target => ({
  name: `${instance} 100,000: verifying / solving`,
  needs: [einzugOn(instance, 100_000)],
  line: { atMost: 10 },
  unit: '%',
  measure: ([row]) => {
    const verifying = row?.verifySeconds ?? Number.NaN
    return (100 * verifying) / (secondsOf(row, Number.NaN) - verifying)
  },
})

export const targets: ReadonlyArray<Target> = [
  faster({ instance: 'dense', n: 800 }, 'munkres', 1),
  faster({ instance: 'structured', n: 2_000 }, 'highs', 50),
  fasterThanNpm({ instance: 'structured', n: 5_000 }, 50),
  faster({ instance: 'structured', n: 10_000 }, 'munkres', 150),
  ...ranked.map(instance => faster({ instance, n: 10_000 }, 'lemon', 1)),
  ...ranked.map(instance => faster({ instance, n: 100_000 }, 'scipy-sparse', 10)),
  ...ranked.map(instance => faster({ instance, n: 100_000 }, 'lemon', 3)),
  ...ranked.map(growth),
  ...ranked.map(memory),
  ...ranked.map(checking),
]
