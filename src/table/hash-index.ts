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
}

/** The index without rows: one slot, free for ever. */
export const emptyIndex: Index<never> = /* @__PURE__ */ Object.freeze({
  slots: /* @__PURE__ */ new Int32Array(2),
  keys: /* @__PURE__ */ Object.freeze([]),
  rows: /* @__PURE__ */ Object.freeze([]),
})

/** An index to be filled. */
export const newIndex = <Row>(): MutableIndex<Row> => ({ slots: new Int32Array(2 * 16), keys: [], rows: [] })

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
export const search = ({ slots, keys }: Index<unknown>, key: string, hash: number): number => {
  for (let at = homeOf(slots, hash); ; at = after(slots, at)) {
    const row = (slots[at] as number) - 1
    if (row < 0) return ~at
    if (slots[at + 1] === hash && keys[row] === key) return row
  }
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
  index.slots[~at] = index.keys.push(key)
  index.slots[~at + 1] = hash
  index.rows.push(row)
  if (index.keys.length * 4 > index.slots.length) index.slots = doubled(index.slots)
}

const doubled = (before: Int32Array): Int32Array => {
  const slots = new Int32Array(2 * before.length)
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
