import { type Draft, produce } from 'immer'
import type { Recorded } from '../event/envelope.ts'
import { freeze, rows, type Table, thaw } from '../table/index.ts'
import { recipe } from './recipe.ts'
import { emptyRegistry, type Registry } from './registry.ts'

/**
 * The registry after one more event. The old one stays as it was; both share what did not change.
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
  produce(registry, draft => {
    recipe(draft, event)
  })

/**
 * The registry of a whole log: what `evolve` makes of it event by event, in one go on a private registry that is
 * frozen at the end. `from` is where to start: the empty registry, or that of an earlier part of the log.
 *
 * @example
 * ```ts
 * import { emptyRegistry, replay } from 'einzug'
 * replay([]).version // => 0
 * ```
 * @category registry
 */
export const replay = (events: Iterable<Recorded>): Registry => {
  const registry = privateRegistry()
  for (const event of events) recipe(registry, event)
  return frozen(registry)
}

/** An empty registry that one function alone owns and may write to. */
const privateRegistry = (): Draft<Registry> => {
  const { version, policies, ...tables } = emptyRegistry
  const thawed = Object.fromEntries(
    Object.entries<Table<unknown>>(tables).map(([name, table]) => [name, thaw(table)]),
  )
  return { version, policies: [...policies], ...thawed } as unknown as Draft<Registry>
}

/** Freezes what the registry made itself; the facts inside came from the events and stay theirs. */
const frozen = (registry: Draft<Registry>): Registry => {
  const { households, flats, sites, residences, placements, ...rest } = registry as Registry
  for (const household of rows(households)) {
    Object.freeze(household.versions)
    Object.freeze(household.regimes)
    Object.freeze(household.residences)
    Object.freeze(household.placements)
    Object.freeze(household)
  }
  for (const flat of rows(flats)) {
    Object.freeze(flat.listed)
    Object.freeze(flat.versions)
    Object.freeze(flat.tenancies)
    Object.freeze(flat.placements)
    Object.freeze(flat)
  }
  for (const site of rows(sites)) {
    Object.freeze(site.versions)
    freeze(site.stays)
    Object.freeze(site)
  }
  for (const residence of rows(residences)) Object.freeze(residence)
  for (const placement of rows(placements)) Object.freeze(placement)
  const tables: ReadonlyArray<Table<unknown>> = [
    households,
    flats,
    sites,
    residences,
    placements,
    rest.commands,
    rest.persons,
    rest.allocations,
  ]
  for (const table of tables) freeze(table)
  Object.freeze(rest.policies)
  return Object.freeze(registry)
}
