import { Immer, isDraft, original } from 'immer'
import { close, get, type MutableTable, open, put, type Table } from '../table/index.ts'
import { type Registry, tableNames } from './registry.ts'

/** The registry while a recipe writes to it: a draft of immer's, or a private copy. */
export type MutableRegistry = {
  -readonly [Name in keyof Registry]: Registry[Name] extends Table<infer Row>
    ? MutableTable<Row>
    : Registry[Name]
}

// `closed` freezes instead: immer would look into every shard to see whether it is frozen already
const immer = new Immer({ autoFreeze: false })

/** A value as it was last written, where immer shows a draft of it. */
export const written = <A>(value: A): A => (isDraft(value) ? (original<unknown>(value) as A) : value)

/** A row as it was last written: rows are never changed but replaced, so that registries can share them. */
export const read = <Row>(table: MutableTable<Row>, key: string): Row | undefined => written(get(table, key))

/** Puts a row in. In a draft it is frozen, so that immer need not search it for drafts. */
export const write = <Row>(table: MutableTable<Row>, key: string, row: Row): void => {
  put(table, key, isDraft(table) ? Object.freeze(row) : row)
}

/** Replaces a row, if it is known. */
export const revise = <Row>(table: MutableTable<Row>, key: string, by: (row: Row) => Row): void => {
  const row = read(table, key)
  if (row !== undefined) write(table, key, by(row))
}

/** What came of a registry that was opened or drafted from another, frozen. */
const closed = (registry: Registry, origin: Registry): Registry => {
  const tables = tableNames.map(name => [name, close<unknown>(registry[name], origin[name])])
  return Object.freeze({ ...registry, ...(Object.fromEntries(tables) as Partial<Registry>) })
}

/** One step: a new registry that shares with the old one what did not change. */
export const step = (registry: Registry, recipe: (draft: MutableRegistry) => void): Registry =>
  closed(
    immer.produce(registry, draft => {
      recipe(draft)
    }),
    registry,
  )

/** A registry that one function alone owns: it may be read and written to until it is closed. */
export interface PrivateRegistry {
  readonly draft: MutableRegistry
  readonly registry: Registry
  readonly close: () => Registry
}

/** Opens a private copy: O(1), for shards are copied when they are first written to. */
export const openRegistry = (origin: Registry): PrivateRegistry => {
  const tables = Object.fromEntries(tableNames.map(name => [name, open<unknown>(origin[name])]))
  const registry = { ...origin, ...tables }
  return { draft: registry as MutableRegistry, registry, close: () => closed(registry, origin) }
}
