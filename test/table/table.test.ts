import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  close,
  emptyTable,
  get,
  open,
  put,
  rows,
  set,
  type Table,
  thaw,
  union,
} from '../../src/table/index.ts'

const key = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', 'H1'),
)
const entries = fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 })

const tableOf = (all: ReadonlyArray<readonly [string, number]>): Table<number> =>
  all.reduce<Table<number>>((table, [each, row]) => set(table, each, row), emptyTable)

const keys = (table: Table<unknown>): ReadonlyArray<string> =>
  table.blocks.flatMap(block => block.flatMap(shard => Object.keys(shard)))

describe('a table', () => {
  test('holds what a map holds, under any key', () => {
    fc.assert(
      fc.property(entries, key, (all, other) => {
        const table = tableOf(all)
        const map = new Map(all)
        expect([...keys(table)].sort()).toEqual([...map.keys()].sort())
        expect([...rows(table)].sort()).toEqual([...map.values()].sort())
        for (const each of [...map.keys(), other]) expect(get(table, each)).toBe(map.get(each))
      }),
    )
  })

  test('stays as it was when a copy changes', () => {
    fc.assert(
      fc.property(entries, key, fc.nat(), (all, changed, row) => {
        const table = tableOf(all)
        const before = [...rows(table)]
        expect(get(set(table, changed, row), changed)).toBe(row)
        const private_ = thaw(table)
        put(private_, changed, row)
        expect(get(private_, changed)).toBe(row)
        expect([...rows(table)]).toEqual(before)
      }),
    )
  })

  test('written in private is the same as copied step by step', () => {
    fc.assert(
      fc.property(entries, all => {
        const own = open<number>(emptyTable)
        for (const [each, row] of all) put(own, each, row)
        const table = close<number>(own, emptyTable)
        expect(table).toEqual(tableOf(all))
        expect(
          Object.isFrozen(table.blocks) &&
            table.blocks.every(block => Object.isFrozen(block) && block.every(Object.isFrozen)),
        ).toBe(true)
      }),
    )
  })

  test('a copy shares all blocks but one', () => {
    const table = tableOf(Array.from({ length: 500 }, (_, k) => [`H${k}`, k]))
    const changed = set(table, 'H7', -1)
    expect(changed.blocks.filter((block, at) => block !== table.blocks[at]).length).toBe(1)
    expect(
      changed.blocks.flatMap((block, at) => block.filter((shard, k) => shard !== table.blocks[at]?.[k]))
        .length,
    ).toBe(1)
  })

  test('joined with another has the rows of both; where both know a key, as told', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const joined = union<number>((x, y) => x * 1000 + y)(tableOf(a), tableOf(b))
        const [first, second] = [new Map(a), new Map(b)]
        for (const each of new Set([...first.keys(), ...second.keys()])) {
          const [x, y] = [first.get(each), second.get(each)]
          expect(get(joined, each)).toBe(x !== undefined && y !== undefined ? x * 1000 + y : (x ?? y))
        }
        expect([...keys(joined)].length).toBe(new Set([...first.keys(), ...second.keys()]).size)
      }),
    )
  })
})
