import { type EngineName, engines } from './engines.ts'
import type { Options } from './options.ts'
import type { Task } from './row.ts'

const everyEngine = Object.keys(engines) as ReadonlyArray<EngineName>

/** Which rows to run, engine by engine on one instance after the other. */
export const planOf = (options: Options): ReadonlyArray<Task> => {
  const sizes = options.sizes ?? [1_000, 10_000, 100_000]
  const classes = options.classes ?? (['uniform', 'degenerate', 'structured', 'scarce', 'contended'] as const)
  const chosen = everyEngine.filter(engine => options.engines?.includes(engine) ?? true)
  return sizes.flatMap(n =>
    classes.flatMap(instance => chosen.map((engine): Task => ({ instance, n, engine }))),
  )
}
