/**
 * An immutable dictionary from ids to rows, for 100,000 of them and more. Its rows lie in shards, 64 blocks of 64,
 * so that a changed copy shares all but one small shard and two short lists with the original: at 100,000 rows
 * about 150 entries are copied, not all. Shards are plain objects without a prototype: any string is a safe key,
 * and a draft of the table (immer) is an ordinary nested draft.
 *
 * @category model
 */
export interface Table<Row> {
  readonly blocks: ReadonlyArray<Block<Row>>
}

type Shard<Row> = Readonly<Record<string, Row>>
type Block<Row> = ReadonlyArray<Shard<Row>>

/** The table while one function alone owns it. */
export interface MutableTable<Row> {
  blocks: Array<Array<Record<string, Row>>>
}

/** Blocks in a table, and shards in a block: a power of two, so that the hash is cut by shifts and a mask. */
const breadth = 64

const noRows: Shard<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.create(null) as Shard<never>,
)

const noShards: Block<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Array.from({ length: breadth }, () => noRows),
)

/** The table without rows. */
export const emptyTable: Table<never> = /* @__PURE__ */ Object.freeze({
  blocks: /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Array.from({ length: breadth }, () => noShards)),
})

/** FNV-1a over the UTF-16 units of the key, folded to 12 bits. */
const placeOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193)
  return (hash ^ (hash >>> 15)) & (breadth * breadth - 1)
}

const blockAt = (place: number): number => place >> 6
const shardAt = (place: number): number => place & (breadth - 1)

/** A row, or `undefined`. */
export const get = <Row>(table: Table<Row>, key: string): Row | undefined => {
  const place = placeOf(key)
  return ((table.blocks[blockAt(place)] as Block<Row>)[shardAt(place)] as Shard<Row>)[key]
}

const withRow = <Row>(shard: Shard<Row>, key: string, row: Row): Record<string, Row> =>
  Object.assign(Object.create(null) as Record<string, Row>, shard, { [key]: row })

/** A copy with one row put in or replaced. O(rows / 4096 + 128). */
export const set = <Row>(table: Table<Row>, key: string, row: Row): Table<Row> => {
  const place = placeOf(key)
  const blocks = table.blocks.slice()
  const block = (blocks[blockAt(place)] as Block<Row>).slice()
  block[shardAt(place)] = withRow(block[shardAt(place)] as Shard<Row>, key, row)
  blocks[blockAt(place)] = block
  return { blocks }
}

/** Puts a row into a table that the caller alone owns: a draft, or the outcome of {@link thaw}. */
export const put = <Row>(table: MutableTable<Row>, key: string, row: NoInfer<Row>): void => {
  const place = placeOf(key)
  const block = table.blocks[blockAt(place)] as Array<Record<string, Row>>
  const shard = block[shardAt(place)] as Record<string, Row>
  shard[key] = row
}

/** A private copy that may be written with {@link put}; the rows are shared. */
export const thaw = <Row>(table: Table<Row>): MutableTable<Row> => ({
  blocks: table.blocks.map(block =>
    block.map(shard => Object.assign(Object.create(null) as Record<string, Row>, shard)),
  ),
})

/** The same table, frozen but for its rows. */
export const freeze = <Row>(table: Table<Row>): Table<Row> => {
  for (const block of table.blocks) {
    for (const shard of block) Object.freeze(shard)
    Object.freeze(block)
  }
  Object.freeze(table.blocks)
  return Object.freeze(table)
}

function* shardsOf<Row>(table: Table<Row>): Generator<Shard<Row>, void> {
  for (const block of table.blocks) if (block !== noShards) yield* block
}

/** All rows, in no order that means anything. */
export function* rows<Row>(table: Table<Row>): Generator<Row, void> {
  for (const shard of shardsOf(table)) for (const key in shard) yield shard[key] as Row
}

/** All keys, in the same order. */
export function* keys(table: Table<unknown>): Generator<string, void> {
  for (const shard of shardsOf(table)) for (const key in shard) yield key
}

/** Both tables' rows; where both know a key, `both` says which row stays. */
export const union =
  <Row>(both: (a: Row, b: Row) => Row) =>
  (a: Table<Row>, b: Table<Row>): Table<Row> => {
    const joined = thaw(a)
    for (const shard of shardsOf(b)) {
      for (const key in shard) {
        const row = shard[key] as Row
        const known = get(a, key)
        put(joined, key, known === undefined ? row : both(known, row))
      }
    }
    return joined
  }
