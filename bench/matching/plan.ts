import { type EngineName, engines } from './engines.ts'
import { ranked } from './instances/index.ts'
import type { Options } from './options.ts'
import { sameTask, type Task } from './row.ts'
import { targets } from './targets.ts'

const everyEngine = Object.keys(engines) as ReadonlyArray<EngineName>

/**
 * Which rows to run, one instance after the other, einzug first. Without a choice: every engine at n = 1,000, and what
 * the summary needs. With one: all combinations.
 */
export const planOf = ({ sizes, classes, engines: chosen }: Options): ReadonlyArray<Task> => {
  if (sizes === undefined && classes === undefined && chosen === undefined) return usual
  return combined(sizes ?? [1_000, 10_000, 100_000], classes ?? ranked, chosen ?? everyEngine)
}

const combined = (
  sizes: ReadonlyArray<number>,
  classes: ReadonlyArray<Task['instance']>,
  chosen: ReadonlyArray<EngineName>,
): ReadonlyArray<Task> =>
  sizes.flatMap(n =>
    classes.flatMap(instance =>
      everyEngine.filter(engine => chosen.includes(engine)).map(engine => ({ instance, n, engine })),
    ),
  )

const needed = targets.flatMap(target => [...target.needs, ...(target.welcome ?? [])])
const sizesNeeded = [...new Set(needed.map(task => task.n))].sort((a, b) => a - b)

const usual: ReadonlyArray<Task> = [
  ...combined([1_000], ranked, everyEngine),
  ...combined(sizesNeeded, [...ranked, 'dense'], everyEngine).filter(task =>
    needed.some(each => sameTask(each, task)),
  ),
]
