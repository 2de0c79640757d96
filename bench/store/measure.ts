import { median } from '../timing.ts'

/** One measurement: the median of its rounds, in milliseconds for each event unless `unit` says otherwise. */
export interface Row {
  readonly what: string
  readonly engine: string
  readonly value: number
  readonly unit: string
  readonly rounds: number
  /** This engine's time over einzug's, in the same run. */
  readonly ratio?: number
}

export const elapsed = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/**
 * Times engines in turn, round by round, so that what else the machine does falls on all alike; each round begins with
 * another one, so that nobody always follows the same. The first round warms up and does not count.
 */
export const sideBySide = async (
  what: string,
  engines: ReadonlyArray<{ readonly name: string; readonly round: () => Promise<number> }>,
  rounds: number,
): Promise<ReadonlyArray<Row>> => {
  const times = engines.map(() => [] as Array<number>)
  for (let k = 0; k <= rounds; k++)
    for (let turn = 0; turn < engines.length; turn++) {
      const at = (k + turn) % engines.length
      const time = await (engines[at] as (typeof engines)[number]).round()
      if (k > 0) times[at]?.push(time)
    }
  const own = median(times[0] ?? [])
  return engines.map(({ name }, at) => {
    const value = median(times[at] ?? [])
    return { what, engine: name, value, unit: 'ms/event', rounds, ratio: value / own }
  })
}
