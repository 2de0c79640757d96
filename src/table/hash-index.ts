/**
 * Rows by key: open addressing with linear probing (Knuth, The Art of Computer Programming 3, 6.4, algorithm L),
 * at most half full. In `slots` each row's number, from 1, stands beside the hash of its key, so that a search
 * reads no key whose hash differs. Most of it is whole numbers, which the garbage collector need not follow: that,
 * and not the search, is what 100,000 rows in a `Map` cost.
 */
export interface Index<Row> {
  readonly slots: Int32Array
  readonly keys: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

/** An index while one function alone owns it. */
export interface MutableIndex<Row> {
  slots: Int32Array
  readonly keys: Array<string>
  readonly rows: Array<Row>
  /** How many rows the slots know. Those behind were appended, and wait until somebody searches. */
  known: number
  /** What becomes of two rows of one key, where one waits. */
  both: Both<Row>
}

/** One row for two of the same key, the earlier one first. */
export type Both<Row> = (a: Row, b: Row) => Row

const laterOne = <Row>(_: Row, b: Row): Row => b

/** The index without rows: one slot, free for ever. */
export const emptyIndex: Index<never> = /* @__PURE__ */ Object.freeze({
  slots: /* @__PURE__ */ new Int32Array(2),
  keys: /* @__PURE__ */ Object.freeze([]),
  rows: /* @__PURE__ */ Object.freeze([]),
})

/** An index to be filled. */
export const newIndex = <Row>(): MutableIndex<Row> => ({
  slots: new Int32Array(2 * 16),
  keys: [],
  rows: [],
  known: 0,
  both: laterOne,
})

/** An index to be filled whose rows are their keys: one list is both. */
export const newIds = (): MutableIndex<string> => {
  const ids: Array<string> = []
  return { ...newIndex<string>(), keys: ids, rows: ids }
}

/** Whether the rows of an index are its keys. */
export const isOfIds = ({ keys, rows }: Index<unknown>): boolean => keys === rows

/**
 * FNV-1a over the UTF-16 units of a key, its high half folded into the low one. The last unit is added without being
 * spread: ids are counted up, and so ten in a row stand side by side, where the next is in the cache already.
 */
export const hashOf = (key: string): number => {
  const last = key.length - 1
  let hash = 0x811c9dc5
  for (let k = 0; k < last; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193)
  return hash ^ (hash >>> 15) ^ key.charCodeAt(last)
}

const after = (slots: Int32Array, at: number): number => (at + 2) & (slots.length - 1)

/** Where a hash would like to stand: its low bits, for the number of slots is a power of two. */
const homeOf = (slots: Int32Array, hash: number): number => (hash << 1) & (slots.length - 1)

/** The number of a key's row, from 0; else, as a complement, the slot that is free for it. */
const probe = (slots: Int32Array, keys: ReadonlyArray<string>, key: string, hash: number): number => {
  for (let at = homeOf(slots, hash); ; at = after(slots, at)) {
    const row = (slots[at] as number) - 1
    if (row < 0) return ~at
    if (slots[at + 1] === hash && keys[row] === key) return row
  }
}

/** Where a key's row is, or would be placed, as {@link probe} says it. */
export const search = (index: Index<unknown>, key: string, hash: number): number => {
  const { slots, keys } = settled(index)
  return probe(slots, keys, key, hash)
}

/** A row, or `undefined`. */
export const found = <Row>(index: Index<Row>, key: string, hash: number): Row | undefined => {
  const row = search(index, key, hash)
  return row < 0 ? undefined : index.rows[row]
}

/** Puts a row where {@link search} found its key, or the place for it. */
export const place = <Row>(
  index: MutableIndex<Row>,
  at: number,
  key: string,
  hash: number,
  row: Row,
): void => {
  if (at >= 0) {
    index.rows[at] = row
    return
  }
  index.known = index.keys.push(key)
  if (!isOfIds(index)) index.rows.push(row)
  index.slots[~at] = index.known
  index.slots[~at + 1] = hash
  index.slots = roomFor(index.slots, index.known)
}

/**
 * Appends a row without a search. It waits, with all that are appended after it, for the next one: the keys of many
 * are looked up in a loop that does nothing else, and so the processor need not wait for the memory of each. One that
 * comes twice in a row, as the command of several events, waits once.
 */
export const append = <Row>(
  index: MutableIndex<Row>,
  key: string,
  row: Row,
  both: Both<Row> = laterOne,
): void => {
  const { keys, rows } = index
  const last = keys.length - 1
  if (last >= 0 && keys[last] === key) {
    rows[last] = both(rows[last] as Row, row)
    return
  }
  index.both = both
  keys.push(key)
  if (!isOfIds(index)) rows.push(row)
}

/** What came of an index that was filled. */
export const filled = <Row>(index: MutableIndex<Row>): Index<Row> => {
  const { slots, keys, rows } = settled(index)
  return Object.freeze({ slots, keys, rows })
}

/** The index without rows that wait. Only one that is being filled has any. */
export const settled = <Row>(index: Index<Row> | MutableIndex<Row>): Index<Row> => {
  if ('known' in index && index.known < index.keys.length) settle(index)
  return index
}

const settle = <Row>(index: MutableIndex<Row>): void => {
  const { keys, rows, both } = index
  const slots = roomFor(index.slots, keys.length)
  let { known } = index
  for (let k = known; k < keys.length; k++) {
    const key = keys[k] as string
    const hash = hashOf(key)
    const at = probe(slots, keys, key, hash)
    if (at >= 0) rows[at] = both(rows[at] as Row, rows[k] as Row)
    else {
      keys[known] = key
      rows[known] = rows[k] as Row
      slots[~at] = ++known
      slots[~at + 1] = hash
    }
  }
  keys.length = known
  rows.length = known
  index.known = known
  index.slots = slots
}

/** The slots, if they stay half free with so many rows; else a copy of as many as are needed. */
const roomFor = (before: Int32Array, rows: number): Int32Array => {
  let length = before.length
  while (length < 4 * rows) length *= 2
  if (length === before.length) return before
  const slots = new Int32Array(length)
  for (let k = 0; k < before.length; k += 2) {
    if (before[k] === 0) continue
    const hash = before[k + 1] as number
    let at = homeOf(slots, hash)
    while (slots[at] !== 0) at = after(slots, at)
    slots[at] = before[k] as number
    slots[at + 1] = hash
  }
  return slots
}
