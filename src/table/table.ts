/**
 * An immutable dictionary from ids to rows, for 100,000 of them and more. Its rows lie in shards, so that a
 * changed copy shares all but one small shard with the original: about 100 rows are copied at 100,000, not all.
 * Shards are plain objects without a prototype: any string is a safe key, and a draft of the table (immer) is an
 * ordinary nested draft.
 */
export interface Table<Row> {
  readonly shards: ReadonlyArray<Shard<Row>>
}

type Shard<Row> = Readonly<Record<string, Row>>

/** The table while one function alone owns it. */
export interface MutableTable<Row> {
  shards: Array<Record<string, Row>>
}

/** A power of two, so that the hash is cut by a mask. */
const breadth = 1024

const noRows: Shard<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.create(null) as Shard<never>,
)

/** FNV-1a over the UTF-16 units of the key. */
const shardOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193)
  return (hash ^ (hash >>> 15)) & (breadth - 1)
}

/** The table without rows. */
export const emptyTable: Table<never> = /* @__PURE__ */ Object.freeze({
  shards: /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Array.from({ length: breadth }, () => noRows)),
})

/** A row, or `undefined`. */
export const get = <Row>(table: Table<Row>, key: string): Row | undefined =>
  (table.shards[shardOf(key)] as Shard<Row>)[key]

/** A copy with one row put in or replaced. O(rows / 1024 + 1024). */
export const set = <Row>(table: Table<Row>, key: string, row: Row): Table<Row> => {
  const at = shardOf(key)
  const shards = table.shards.slice()
  shards[at] = Object.assign(Object.create(null) as Record<string, Row>, shards[at], { [key]: row })
  return { shards }
}

/** Puts a row into a table that the caller alone owns: a draft, or the outcome of {@link thaw}. */
export const put = <Row>(table: MutableTable<Row>, key: string, row: NoInfer<Row>): void => {
  const at = shardOf(key)
  const shard = table.shards[at] as Record<string, Row>
  if (Object.isFrozen(shard)) {
    table.shards[at] = Object.assign(Object.create(null) as Record<string, Row>, shard, { [key]: row })
  } else {
    shard[key] = row
  }
}

/** A private copy whose shards may be written with {@link put}; the rows are shared. */
export const thaw = <Row>(table: Table<Row>): MutableTable<Row> => ({
  shards: table.shards.map(shard => Object.assign(Object.create(null) as Record<string, Row>, shard)),
})

/** All rows, in no order that means anything. */
export function* rows<Row>(table: Table<Row>): Generator<Row, void> {
  for (const shard of table.shards) for (const key in shard) yield shard[key] as Row
}

/** How many rows there are. */
export const size = (table: Table<unknown>): number =>
  table.shards.reduce((sum, shard) => sum + Object.keys(shard).length, 0)

/** Both tables' rows; where both know a key, `both` says which row stays. */
export const union =
  <Row>(both: (a: Row, b: Row) => Row) =>
  (a: Table<Row>, b: Table<Row>): Table<Row> => ({
    shards: a.shards.map((shard, at) => {
      const other = b.shards[at] as Shard<Row>
      const merged = Object.assign(Object.create(null) as Record<string, Row>, shard)
      for (const key in other) {
        const row = other[key] as Row
        merged[key] = key in merged ? both(merged[key] as Row, row) : row
      }
      return merged
    }),
  })
