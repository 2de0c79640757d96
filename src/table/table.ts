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

/** The table while one function alone owns it; what it still shares with its `origin` is not written to. */
export interface MutableTable<Row> {
  blocks: Array<Array<Record<string, Row>>>
  readonly origin?: Table<Row>
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

/** Puts a row into a table that the caller alone owns: a draft, or the outcome of {@link thaw} or {@link open}. */
export const put = <Row>(table: MutableTable<Row>, key: string, row: NoInfer<Row>): void => {
  const place = placeOf(key)
  if (table.origin !== undefined) own(table.blocks, table.origin, place)
  const block = table.blocks[blockAt(place)] as Array<Record<string, Row>>
  const shard = block[shardAt(place)] as Record<string, Row>
  shard[key] = row
}

/** Copies the block and the shard that a row is written to, unless they have been copied already. */
const own = <Row>(blocks: MutableTable<Row>['blocks'], origin: Table<Row>, place: number): void => {
  const shared = origin.blocks[blockAt(place)] as Block<Row>
  if (blocks[blockAt(place)] === shared) blocks[blockAt(place)] = shared.slice()
  const block = blocks[blockAt(place)] as Array<Record<string, Row>>
  if (block[shardAt(place)] === shared[shardAt(place)]) {
    const shard = Object.create(null) as Record<string, Row>
    block[shardAt(place)] = Object.assign(shard, shared[shardAt(place)])
  }
}

/** A private copy in O(1): what is written to with {@link put} is copied then. {@link close} ends it. */
export const open = <Row>(origin: Table<Row>): MutableTable<Row> => ({
  blocks: origin.blocks.slice() as MutableTable<Row>['blocks'],
  origin,
})

/** What came of a table that was opened or drafted from another: what is new is frozen, rows included. */
export const close = <Row>({ blocks }: Table<Row>, origin: Table<Row>): Table<Row> => {
  if (blocks === origin.blocks) return origin
  for (const [at, block] of blocks.entries()) {
    const before = origin.blocks[at] as Block<Row>
    if (block === before) continue
    for (const [k, shard] of block.entries()) {
      const known = before[k] as Shard<Row>
      if (shard === known) continue
      for (const key in shard) if (shard[key] !== known[key]) Object.freeze(shard[key])
      Object.freeze(shard)
    }
    Object.freeze(block)
  }
  return Object.freeze({ blocks: Object.freeze(blocks) })
}

/** A private copy that may be written with {@link put}; the rows are shared. */
export const thaw = <Row>(table: Table<Row>): MutableTable<Row> => ({
  blocks: table.blocks.map(block =>
    block.map(shard => Object.assign(Object.create(null) as Record<string, Row>, shard)),
  ),
})

function* shardsOf<Row>(table: Table<Row>): Generator<Shard<Row>, void> {
  for (const block of table.blocks) if (block !== noShards) yield* block
}

/** All rows, in no order that means anything. */
export function* rows<Row>(table: Table<Row>): Generator<Row, void> {
  for (const shard of shardsOf(table)) for (const key in shard) yield shard[key] as Row
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
