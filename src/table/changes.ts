import { hashOf } from './hash-index.ts'

/**
 * Rows that changed since a table was filled, by the hashes of their keys: 64 blocks of 64 small shards. A copy with one
 * more row shares all but one shard and two short lists.
 */
export type Blocks<Row> = ReadonlyArray<ReadonlyArray<Shard<Row>>>

/** Rows by key: an object without a prototype, for which any string is a safe key. */
type Shard<Row> = Readonly<Record<string, Row>>

/** Blocks while one function alone owns them. */
export type MutableBlocks<Row> = Array<Array<Record<string, Row>>>

/** Blocks in a table, and shards in a block: a power of two, so that the hash is cut by shifts and a mask. */
const breadth = 64

const noRows: Shard<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.create(null) as Shard<never>,
)

const noShards: ReadonlyArray<Shard<never>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Array.from({ length: breadth }, () => noRows),
)

/** No row has changed. */
export const noChanges: Blocks<never> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Array.from({ length: breadth }, () => noShards),
)

const blockAt = (hash: number): number => (hash >>> 6) & (breadth - 1)
const shardAt = (hash: number): number => hash & (breadth - 1)

/** The shard that holds what changed under keys of a hash. */
export const shardOf = <Row>(changes: Blocks<Row>, hash: number): Shard<Row> =>
  (changes[blockAt(hash)] as ReadonlyArray<Shard<Row>>)[shardAt(hash)] as Shard<Row>

const copied = <Row>(shard: Shard<Row>): Record<string, Row> =>
  Object.assign(Object.create(null) as Record<string, Row>, shard)

/** A list of blocks or shards, to be written to. By hand: of a frozen list, what the language offers takes 10 µs. */
export const thawed = <A>(list: ReadonlyArray<A>): Array<A> => {
  const copy = new Array<A>(list.length)
  for (let k = 0; k < list.length; k++) copy[k] = list[k] as A
  return copy
}

/** Changes with one more. O(changes / 4096 + 128). */
export const withRow = <Row>(changes: Blocks<Row>, key: string, row: Row): Blocks<Row> => {
  const hash = hashOf(key)
  const blocks = thawed(changes)
  const block = thawed(blocks[blockAt(hash)] as ReadonlyArray<Shard<Row>>)
  const shard = copied(block[shardAt(hash)] as Shard<Row>)
  shard[key] = row
  block[shardAt(hash)] = Object.freeze(shard)
  blocks[blockAt(hash)] = Object.freeze(block)
  return Object.freeze(blocks)
}

/** The shard that a row is written to; it and its block are copied from the origin first, unless they have been. */
export const ownShard = <Row>(
  changes: MutableBlocks<Row>,
  origin: Blocks<Row>,
  hash: number,
): Record<string, Row> => {
  const shared = origin[blockAt(hash)] as ReadonlyArray<Shard<Row>>
  if (changes[blockAt(hash)] === shared) changes[blockAt(hash)] = thawed(shared)
  const block = changes[blockAt(hash)] as Array<Record<string, Row>>
  if (block[shardAt(hash)] === shared[shardAt(hash)]) block[shardAt(hash)] = copied(shardOf(origin, hash))
  return block[shardAt(hash)] as Record<string, Row>
}

/** Blocks that were written to, frozen: those that are not their origin's. */
export const frozen = <Row>(changes: MutableBlocks<Row>, origin: Blocks<Row>): Blocks<Row> => {
  for (let at = 0; at < breadth; at++) {
    const block = changes[at] as Array<Record<string, Row>>
    const before = origin[at] as ReadonlyArray<Shard<Row>>
    if (block === before) continue
    for (let k = 0; k < breadth; k++) if (block[k] !== before[k]) Object.freeze(block[k])
    Object.freeze(block)
  }
  return Object.freeze(changes)
}

/** All shards that hold anything. */
export function* shardsOf<Row>(changes: Blocks<Row>): Generator<Shard<Row>, void> {
  for (const block of changes) if (block !== noShards) yield* block
}
