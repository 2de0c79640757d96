import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append } from '../../src/decider/draft.ts'
import {
  close,
  contents,
  emptyTable,
  get,
  giveOut,
  isOpen,
  noIds,
  open,
  put,
  rows,
  set,
  type Table,
  union,
} from '../../src/table/index.ts'
import { changed, type Entries, entries, filled, key } from './tables.ts'

/** A table by every way there is: filled in one go, changed row by row, or first this, then that. */
const ways = fc.constantFrom<ReadonlyArray<(table: Table<number>, all: Entries) => Table<number>>>(
  [changed, changed],
  [changed, filled],
  [filled, changed],
  [filled, filled],
)

interface MutableGiven {
  readonly key: string
  given: ReadonlyArray<number>
}

describe('a table', () => {
  test('holds what a map holds, under any key, whichever way it came about', () => {
    fc.assert(
      fc.property(entries, entries, ways, key, (early, late, [first = changed, second = changed], other) => {
        const map = new Map([...early, ...late])
        const table = second(first(emptyTable, early), late)
        expect(contents(table)).toEqual(map)
        expect([...rows(table)].sort()).toEqual([...map.values()].sort())
        for (const each of [...map.keys(), other]) expect(get(table, each)).toBe(map.get(each))
        expect(table).toEqual(changed(emptyTable, [...map]))
      }),
    )
  })

  test('is equal to none that holds something else', () => {
    fc.assert(
      fc.property(entries, key, fc.nat(), (all, each, row) => {
        const table = filled(emptyTable, all)
        const other = set(table, each, row)
        if (get(table, each) === row) expect(other).toEqual(table)
        else expect(other).not.toEqual(table)
      }),
    )
  })

  test('stays as it was when a copy changes, and while one does', () => {
    fc.assert(
      fc.property(entries, entries, key, fc.nat(), (early, late, each, row) => {
        const table = changed(filled(emptyTable, early), late)
        const before = structuredClone(table)
        expect(get(set(table, each, row), each)).toBe(row)
        const own = open(table)
        put(own, each, row)
        expect(get(own, each)).toBe(row)
        close(own)
        expect(structuredClone(table)).toEqual(before)
      }),
    )
  })

  test('gives each row the items that name it, in their order, and a new row to a key without one', () => {
    const items = fc.array(fc.record({ to: key, item: fc.nat() }), { maxLength: 40 })
    fc.assert(
      fc.property(entries, items, (early, all) => {
        const table = open<MutableGiven>(emptyTable)
        for (const [each] of early) append(table, each, { key: each, given: [] })
        const newRow = (each: string): MutableGiven => ({ key: each, given: [] })
        giveOut(
          table,
          all,
          ({ to }) => to,
          newRow,
          (row, given) => {
            row.given = given.map(({ item }) => item)
          },
        )
        const keys = new Set([...early.map(([each]) => each), ...all.map(({ to }) => to)])
        const given = (to: string) => all.filter(each => each.to === to).map(({ item }) => item)
        expect(contents(close(table))).toEqual(
          new Map([...keys].map(each => [each, { key: each, given: given(each) }])),
        )
      }),
    )
  })

  test('of ids alone holds each as its own row, in one list', () => {
    fc.assert(
      fc.property(fc.array(key), fc.array(key), (early, late) => {
        const own = open<string>(noIds)
        for (const [k, id] of early.entries()) (k % 2 === 0 ? append : put)(own, id, id)
        const table = close(own)
        expect(contents(table)).toEqual(new Map(early.map(id => [id, id])))
        expect(table.base.rows).toBe(early.length === 0 ? noIds.base.rows : table.base.keys)
        const more = open(table)
        for (const id of late) append(more, id, id)
        expect(contents(close(more))).toEqual(new Map([...early, ...late].map(id => [id, id])))
      }),
    )
    expect(close(open(noIds))).toBe(noIds)
  })

  test('is frozen as soon as it is closed', () => {
    fc.assert(
      fc.property(entries, entries, (early, late) => {
        const own = open(filled(emptyTable, early))
        expect(isOpen(own)).toBe(true)
        for (const [each, row] of late) put(own, each, row)
        const table = close(own)
        expect(isOpen(table)).toBe(false)
        expect([table, table.base, table.changes].every(Object.isFrozen)).toBe(true)
        expect(table.changes.every(block => [block, ...block].every(Object.isFrozen))).toBe(true)
      }),
    )
  })

  test('is the same as before where nothing was written', () => {
    const table = filled(emptyTable, [['H1', 1]])
    expect(close(open(table))).toBe(table)
    expect(close(open(emptyTable))).toBe(emptyTable)
  })

  test('holds 20,000 rows, their keys close together', () => {
    const all = Array.from({ length: 20_000 }, (_, k) => [`H${k}`, k] as const)
    const table = filled(emptyTable, all)
    expect(contents(table)).toEqual(new Map(all))
    expect(all.every(([each, row]) => get(table, each) === row)).toBe(true)
    expect(get(table, 'H20000')).toBeUndefined()
  })

  test('a copy shares the base and all blocks but one', () => {
    const all = Array.from({ length: 500 }, (_, k) => [`H${k}`, k] as const)
    const table = changed(filled(emptyTable, all), all)
    for (const copy of [set(table, 'H7', -1), filled(table, [['H7', -1]])]) {
      expect(copy.base).toBe(table.base)
      const blocks = copy.changes.filter((block, at) => block !== table.changes[at])
      const shards = copy.changes.flatMap((block, at) => block.filter((s, k) => s !== table.changes[at]?.[k]))
      expect([blocks.length, shards.length]).toEqual([1, 1])
    }
  })

  test('joined with another has the rows of both; where both know a key, as told', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, more, b) => {
        const joined = union<number>((x, y) => x * 1000 + y)(
          changed(filled(emptyTable, a), more),
          filled(emptyTable, b),
        )
        const all = new Map([...a, ...more])
        for (const [each, y] of new Map(b)) {
          const x = all.get(each)
          all.set(each, x === undefined ? y : x * 1000 + y)
        }
        expect(contents(joined)).toEqual(all)
      }),
    )
  })
})
