import type { Recorded } from '../event/envelope.ts'
import { openRegistry, step } from './draft.ts'
import { keptUp, leftOut, listAll } from './lists.ts'
import { recipe } from './recipe.ts'
import { emptyRegistry, type Registry } from './registry.ts'

/**
 * The registry after one more event. The old one stays as it was; both share what did not change. Time and space
 * O(rows changed since the replay / 1024 + 1024): well below a millisecond at 100,000 households and flats. For many
 * events at once, take {@link replay}.
 *
 * A household, a flat and a site are known from the first fact about them: a stay that is recorded before its household
 * was assigned is its stay all the same. A step of what never began (the end of an unknown tenancy), and a second
 * beginning under one id, change nothing but the version.
 *
 * @example
 * ```ts
 * import { emptyRegistry, evolve, type Recorded } from 'einzug'
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const envelope = { stream: 'town', version: 1, recordedAt: '2016-01-04T08:00:00.000Z', schema: 1, commandId: 'c1' }
 * const opened = { type: 'SiteOpened', data: { on: '2016-01-04', site }, envelope } as unknown as Recorded
 * evolve(emptyRegistry, opened).version // => 1
 * emptyRegistry.version // => 0
 * ```
 * @category registry
 */
export const evolve = (registry: Registry, event: Recorded): Registry =>
  step(registry, draft => {
    recipe(draft, keptUp, [event])
  })

/** So many events are replayed at once: few enough that what was read of one is still at hand when it is read again. */
const atOnce = 256

/**
 * The registry of a whole log: what {@link evolve} makes of it event by event, in one go on a private copy. It is
 * frozen at the end, but not row by row: rows are never written to again, and say so by their type. Two registries
 * know the same if the {@link contents} of their tables are equal. `from` is where to start: the empty registry, or
 * that of the earlier part of the log. From the empty one on, the lists of residences and open placements are
 * made at the end, in one go.
 *
 * @example
 * ```ts
 * import { emptyRegistry, replay } from 'einzug'
 * replay([]).version // => 0
 * ```
 * @category registry
 */
export const replay = (events: Iterable<Recorded>, from: Registry = emptyRegistry): Registry => {
  const own = openRegistry(from)
  const lists = from === emptyRegistry ? leftOut : keptUp
  const log: ReadonlyArray<Recorded> = Array.isArray(events) ? events : [...events]
  for (let at = 0; at < log.length; at += atOnce) recipe(own.draft, lists, log.slice(at, at + atOnce))
  if (lists === leftOut) listAll(own)
  return own.close()
}
