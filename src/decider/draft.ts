import { Immer, isDraft, original } from 'immer'
import {
  add as addTo,
  append as appendTo,
  close,
  fills,
  get,
  isOpen,
  type Mutable,
  type MutableTable,
  open,
  put,
  rowOrNew,
  type Table,
  withRow,
} from '../table/index.ts'
import { type Registry, tableNames } from './registry.ts'

/** A table while a recipe writes to it: a draft of immer's, or a private copy. */
type MutableDraft<Row> = MutableTable<Row> | Mutable<Table<Row>>

/** The registry while a recipe writes to it. */
export type MutableRegistry = {
  -readonly [Name in keyof Registry]: Registry[Name] extends Table<infer Row>
    ? MutableDraft<Row>
    : Registry[Name]
}

/** The registry while one function alone owns it. */
export type MutableOwnRegistry = {
  -readonly [Name in keyof Registry]: Registry[Name] extends Table<infer Row>
    ? MutableTable<Row>
    : Registry[Name]
}

// a step freezes what it makes itself: immer would look into every shard to see whether it is frozen already
const immer = new Immer({ autoFreeze: false })

/** A value as it was last written, where immer shows a draft of it: the parts of a table are replaced, not drafted. */
export const written = <A>(value: A): A => (isDraft(value) ? (original<unknown>(value) as A) : value)

/** A row as it was last written. Of a draft only the changes are replaced: its base is read past immer, at no cost. */
export const read = <Row>(table: MutableDraft<Row>, key: string): Row | undefined =>
  isOpen(table) ? get(table, key) : get({ base: written(table).base, changes: written(table.changes) }, key)

/** Puts a row in, which is the registry's from then on. */
export const write = <Row>(table: MutableDraft<Row>, key: string, row: NoInfer<Row>): void => {
  if (isOpen(table)) put(table, key, row)
  else table.changes = withRow(written(table.changes), key, row)
}

/** Puts a row in if there is none of the key, for an id names one thing; whether it did. */
export const add = <Row>(table: MutableDraft<Row>, key: string, row: NoInfer<Row>): boolean => {
  if (fills(table)) return addTo(table, key, row)
  const isNew = read(table, key) === undefined
  if (isNew) write(table, key, row)
  return isNew
}

/**
 * Puts a row in, or what `both` makes of it and the one there is: for what is written often and read by nobody
 * meanwhile, which a replay looks for at its end.
 */
export const append = <Row>(
  table: MutableDraft<Row>,
  key: string,
  row: NoInfer<Row>,
  both?: (a: Row, b: Row) => Row,
): void => {
  if (fills(table)) appendTo(table, key, row, both)
  else {
    const known = read(table, key)
    write(table, key, known === undefined || both === undefined ? row : both(known, row))
  }
}

/**
 * A row to be changed, or `undefined`. In one step it is a copy, for the registry before goes on; in a replay it is the
 * row itself, as far as the replay made it. What a row holds is replaced and never changed, for it may be shared.
 */
export const revise = <Row extends object>(
  table: MutableDraft<Row>,
  key: string,
): Mutable<Row> | undefined => {
  const row = read(table, key)
  if (row === undefined || fills(table)) return row
  const copy = shallow(row)
  write(table, key, copy)
  return copy
}

/**
 * The row that {@link revise} gives, or where there is none the one that `newRow` makes, which is the registry's then.
 * What a row holds is never changed, unless `copied` copies that, too.
 */
export const reviseOrNew = <Row extends object, Key extends string>(
  table: MutableDraft<Row>,
  key: Key,
  newRow: (key: Key) => NoInfer<Row>,
  copied: (row: Row) => Row = shallow,
): Mutable<Row> => {
  if (fills(table)) return rowOrNew(table, key, newRow)
  const row = read(table, key)
  const next = row === undefined ? newRow(key) : copied(row)
  write(table, key, next)
  return next
}

const shallow = <Row extends object>(row: Row): Row => ({ ...row })

const withTables = (registry: Registry, by: (table: never) => unknown): Registry => ({
  ...registry,
  ...(Object.fromEntries(tableNames.map(name => [name, by(registry[name] as never)])) as Partial<Registry>),
})

/** One step: a new registry that shares with the old one what did not change. */
export const step = (registry: Registry, recipe: (draft: MutableRegistry) => void): Registry => {
  const next = immer.produce(registry, draft => {
    recipe(draft)
  })
  for (const name of tableNames) Object.freeze(next[name])
  return Object.freeze(next)
}

/** A registry that one function alone owns: it may be read and written to until it is closed. */
export interface PrivateRegistry {
  readonly draft: MutableOwnRegistry
  readonly registry: Registry
  readonly close: () => Registry
}

/** Opens a private copy in O(1): what it shares with its origin is copied when it is first written to. */
export const openRegistry = (origin: Registry): PrivateRegistry => {
  const registry = withTables(origin, open)
  return {
    draft: registry as MutableOwnRegistry,
    registry,
    close: () => Object.freeze(withTables(registry, close)),
  }
}
