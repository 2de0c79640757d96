import { bunches } from './bunches.ts'
import {
  type Blocks,
  frozen,
  type MutableBlocks,
  noChanges,
  ownShard,
  shardOf,
  shardsOf,
  thawed,
  withRow,
} from './changes.ts'
import {
  append as appendTo,
  type Both,
  emptyIndex,
  filled,
  found,
  hashOf,
  type Index,
  isOfIds,
  type MutableIndex,
  newIds,
  newIndex,
  place,
  search,
  settled,
} from './hash-index.ts'

/**
 * An immutable dictionary from ids to rows, for 100,000 of them and more, in two layers. The `base` was filled in
 * one go and is shared ever after; what came since lies in `changes`, cut into 64 blocks of 64 small shards. So a
 * log is replayed at the speed of one hash index, and yet a changed copy shares all but one shard and two short
 * lists with the original: of 100,000 changed rows about 150 entries are copied.
 *
 * How the rows are spread over the layers depends on how the table came about: two tables hold the same if their
 * {@link contents} are equal.
 *
 * @category model
 */
export interface Table<Row> {
  readonly base: Index<Row>
  readonly changes: Blocks<Row>
}

/**
 * A table while one function alone owns it. Without an `origin` it fills a base of its own; else it changes what
 * it shares with its origin, and copies a block or a shard when it is first written to.
 */
export interface MutableTable<Row> {
  readonly base: MutableIndex<Row>
  changes: MutableBlocks<Row>
  readonly origin: Table<Row> | undefined
}

/** The table without rows. */
export const emptyTable: Table<never> = /* @__PURE__ */ Object.freeze({
  base: emptyIndex,
  changes: noChanges,
})

/** The table without rows, for ids alone: each is its own row. */
export const noIds: Table<never> = /* @__PURE__ */ Object.freeze({ ...emptyTable })

/** A row, or `undefined`. */
export const get = <Row>({ base, changes }: Table<Row>, key: string): Row | undefined => {
  const hash = hashOf(key)
  const changed = changes === noChanges ? undefined : shardOf(changes, hash)[key]
  return changed ?? found(base, key, hash)
}

/** A copy with one row put in or replaced. O(changes / 4096 + 128). */
export const set = <Row>({ base, changes }: Table<Row>, key: string, row: Row): Table<Row> =>
  Object.freeze({ base, changes: withRow(changes, key, row) })

/** A private copy in O(1) that may be written with {@link put}, until {@link close} ends it. */
export const open = <Row>(origin: Table<Row>): MutableTable<Row> =>
  origin === emptyTable || origin === noIds
    ? {
        base: (origin === noIds ? newIds() : newIndex()) as MutableIndex<Row>,
        changes: noChanges as unknown as MutableBlocks<Row>,
        origin: undefined,
      }
    : {
        // neither is ever written: what has an origin writes to copies, and only of changes
        base: origin.base as MutableIndex<Row>,
        changes: origin.changes as unknown as MutableBlocks<Row>,
        origin,
      }

/** Whether a table may be written with {@link put}. */
export const isOpen = <Row>(table: Table<Row> | MutableTable<Row>): table is MutableTable<Row> =>
  'origin' in table

/** Puts a row into a table that the caller alone owns. */
export const put = <Row>(table: MutableTable<Row>, key: string, row: NoInfer<Row>): void => {
  const hash = hashOf(key)
  if (table.origin === undefined) place(table.base, search(table.base, key, hash), key, hash, row)
  else {
    if (table.changes === table.origin.changes)
      table.changes = thawed(table.origin.changes) as MutableBlocks<Row>
    ownShard(table.changes, table.origin.changes, hash)[key] = row
  }
}

/** A table that fills a base of its own: nobody else knows its rows yet. */
export interface MutableFilling<Row> extends MutableTable<Row> {
  readonly origin: undefined
}

/** Whether a table fills a base of its own, whose rows may be changed in place. */
export const fills = <Row>(table: Table<Row> | MutableTable<Row>): table is MutableFilling<Row> =>
  isOpen(table) && table.origin === undefined

/** Puts a row in if there is none of the key; whether it did. */
export const add = <Row>({ base }: MutableFilling<Row>, key: string, row: NoInfer<Row>): boolean => {
  const hash = hashOf(key)
  const at = search(base, key, hash)
  if (at < 0) place(base, at, key, hash, row)
  return at < 0
}

/**
 * Puts a row in, or what `both` makes of it and the one there is: always the same `both` for one table. That one is not
 * looked for before somebody searches: many rows that nobody asks for meanwhile cost half.
 */
export const append = <Row>(
  { base }: MutableFilling<Row>,
  key: string,
  row: NoInfer<Row>,
  both?: Both<Row>,
): void => {
  appendTo(base, key, row, both)
}

/** A key's row, or where there is none the one that `newRow` makes. */
export const rowOrNew = <Row, Key extends string>(
  { base }: MutableFilling<Row>,
  key: Key,
  newRow: (key: Key) => NoInfer<Row>,
): Row => base.rows[rowAt(base, key, newRow)] as Row

/** The number of a key's row in a base that is being filled; where there is none, of the one that `newRow` makes. */
const rowAt = <Row, Key extends string>(
  base: MutableIndex<Row>,
  key: Key,
  newRow: (key: Key) => NoInfer<Row>,
): number => {
  const hash = hashOf(key)
  const at = search(base, key, hash)
  if (at >= 0) return at
  place(base, at, key, hash, newRow(key))
  return base.known - 1
}

/**
 * Gives each row of a table that fills a base of its own the items that name it by its key, if there are any, in their
 * order. `newRow` makes the row of a key without one. Keys are looked up in a loop that does nothing else, and each
 * row is read but once: of many items that is much less than to look for the row of each.
 */
export const giveOut = <Row, Item, Key extends string>(
  { base }: MutableTable<Row>,
  items: ReadonlyArray<Item>,
  keyOf: (item: Item) => Key,
  newRow: (key: Key) => NoInfer<Row>,
  give: (row: Mutable<Row>, items: Array<Item>) => void,
): void => {
  const rowOf = new Int32Array(items.length)
  for (let k = 0; k < items.length; k++) rowOf[k] = rowAt(base, keyOf(items[k] as Item), newRow)
  const { starts, order } = bunches(rowOf, base.known)
  for (let row = 0; row < base.known; row++) {
    const start = starts[row] as number
    const bunch = new Array<Item>((starts[row + 1] as number) - start)
    for (let k = 0; k < bunch.length; k++) bunch[k] = items[order[start + k] as number] as Item
    if (bunch.length > 0) give(base.rows[row] as Mutable<Row>, bunch)
  }
}

/** What its owner may change. */
export type Mutable<Row> = { -readonly [Part in keyof Row]: Row[Part] }

/** What came of a table that was opened. It may not be written any more. */
export const close = <Row>({ base, changes, origin }: MutableTable<Row>): Table<Row> => {
  if (origin === undefined && base.keys.length === 0) return isOfIds(base) ? noIds : emptyTable
  if (origin === undefined) return Object.freeze({ base: filled(base), changes })
  if (changes === origin.changes) return origin
  return Object.freeze({ base, changes: frozen(changes, origin.changes) })
}

/** All rows, in no order that means anything. */
export const rows = <Row>(table: Table<Row>): Iterable<Row> =>
  table.changes === noChanges ? settled(table.base).rows : changedRows(table)

function* changedRows<Row>({ base, changes }: Table<Row>): Generator<Row, void> {
  for (const [k, key] of base.keys.entries())
    yield shardOf(changes, hashOf(key))[key] ?? (base.rows[k] as Row)
  for (const shard of shardsOf(changes))
    for (const key in shard) if (found(base, key, hashOf(key)) === undefined) yield shard[key] as Row
}

/**
 * All rows by key, as a plain map. Two tables hold the same if these are equal, however they came about. O(rows)
 *
 * @example
 * ```ts
 * import { contents, emptyRegistry } from 'einzug'
 * contents(emptyRegistry.households) // => new Map()
 * ```
 * @category registry
 */
export const contents = <Row>({ base, changes }: Table<Row>): ReadonlyMap<string, Row> => {
  const all = new Map<string, Row>()
  for (const [k, key] of settled(base).keys.entries()) all.set(key, base.rows[k] as Row)
  for (const shard of shardsOf(changes)) for (const key in shard) all.set(key, shard[key] as Row)
  return all
}

/** Both tables' rows; where both know a key, `both` says which row stays. */
export const union =
  <Row>(both: Both<Row>) =>
  (a: Table<Row>, b: Table<Row>): Table<Row> => {
    const own = open<Row>(emptyTable)
    for (const table of [a, b]) for (const [key, row] of contents(table)) appendTo(own.base, key, row, both)
    return close(own)
  }
