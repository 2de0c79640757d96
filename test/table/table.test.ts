import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  append,
  close,
  contents,
  emptyTable,
  get,
  giveOut,
  isOpen,
  noIds,
  open,
  own,
  ownOrNew,
  put,
  rows,
  set,
  type Table,
  union,
} from '../../src/table/index.ts'

const key = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', 'H1'),
)
const entries = fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 })
type Entries<Row = number> = ReadonlyArray<readonly [string, Row]>

const changed = <Row>(table: Table<Row>, all: Entries<Row>): Table<Row> =>
  all.reduce((before, [each, row]) => set<Row>(before, each, row), table)

const filled = <Row>(table: Table<Row>, all: Entries<Row>): Table<Row> => {
  const own = open(table)
  for (const [each, row] of all) put(own, each, row)
  return close(own)
}

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

  test('of rows that are changed stays as it was, however often they are', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.tuple(key, fc.nat())), (all, changes) => {
        const filling = open<{ readonly row: number }>(emptyTable)
        for (const [each, row] of all) put(filling, each, { row })
        const table = close(filling)
        const before = structuredClone(table)
        const later = open(table)
        const map = new Map(all)
        for (const [each, row] of changes) {
          const mine = own(later, each)
          expect(mine?.row).toBe(map.get(each))
          if (mine === undefined) continue
          mine.row = row
          map.set(each, row)
        }
        expect(contents(close(later))).toEqual(new Map([...map].map(([each, row]) => [each, { row }])))
        expect(structuredClone(table)).toEqual(before)
      }),
    )
  })

  test('that fills its base has its rows changed in place; any other, in a copy', () => {
    const filling = open<{ readonly row: number }>(emptyTable)
    const row = { row: 1 }
    put(filling, 'H1', row)
    expect(own(filling, 'H1')).toBe(row)
    const table = close(filling)
    const later = open(table)
    expect(own(later, 'H1')).not.toBe(row)
    expect([get(table, 'H1'), get(later, 'H1')]).toEqual([row, row])
  })

  test('makes a row that is not there yet, and gives the one that is as any other that may be changed', () => {
    fc.assert(
      fc.property(entries, entries, fc.boolean(), (early, late, isFilled) => {
        const rowsOf = (all: typeof early) => all.map(([each, row]) => [each, { row }] as const)
        const origin = isFilled ? filled(emptyTable, rowsOf(early)) : changed(emptyTable, rowsOf(early))
        const before = structuredClone(origin)
        const table = open<{ readonly row: number }>(origin)
        const map = new Map(early)
        for (const [each, row] of late) {
          const mine = ownOrNew(table, each, () => ({ row: -1 }))
          expect(mine.row).toBe(map.get(each) ?? -1)
          mine.row = row
          map.set(each, row)
        }
        expect(contents(close(table))).toEqual(new Map(rowsOf([...map])))
        expect(structuredClone(origin)).toEqual(before)
      }),
    )
  })

  test('that is appended to holds what joins under each key, read or written meanwhile or not', () => {
    const appends = fc.array(
      fc.record({ key, row: fc.nat(), does: fc.constantFrom('append', 'append', 'append', 'put', 'get') }),
      { maxLength: 60 },
    )
    const both = (a: ReadonlyArray<number>, b: ReadonlyArray<number>) => [...a, ...b]
    fc.assert(
      fc.property(entries, appends, fc.boolean(), fc.boolean(), (early, all, isFilled, asksForRows) => {
        const origin = open<ReadonlyArray<number>>(emptyTable)
        if (isFilled) for (const [each, row] of early) put(origin, each, [row])
        const table = open(close(origin))
        const map = new Map(contents(table))
        for (const { key: each, row, does } of all) {
          const known = map.get(each)
          if (does === 'append') {
            append(table, each, [row], both)
            map.set(each, known === undefined ? [row] : both(known, [row]))
          } else if (does === 'put') {
            put(table, each, [row])
            map.set(each, [row])
          } else expect(get(table, each)).toEqual(known)
        }
        if (asksForRows) expect([...rows(table)].toSorted()).toEqual([...map.values()].toSorted())
        else expect(contents(table)).toEqual(map)
        expect(contents(close(table))).toEqual(map)
      }),
    )
  })

  test('of 5,000 appended rows holds each once, though each third key comes again, soon or late', () => {
    const table = open<number>(emptyTable)
    const map = new Map<string, number>()
    for (let k = 0; k < 7_500; k++) {
      const each = `c${k % 5_000}`
      append(table, each, k, (a, b) => a + b)
      map.set(each, (map.get(each) ?? 0) + k)
    }
    const closed = close(table)
    expect(contents(closed)).toEqual(map)
    expect([...map].every(([each, row]) => get(closed, each) === row)).toBe(true)
    expect(closed.base.keys.length).toBe(5_000)
  })

  test('takes a row by add where its key has none, and says so', () => {
    fc.assert(
      fc.property(entries, entries, fc.boolean(), (early, late, isFilled) => {
        const table = open(isFilled ? filled(emptyTable, early) : changed(emptyTable, early))
        const map = new Map(early)
        for (const [each, row] of late) {
          expect(add(table, each, row)).toBe(!map.has(each))
          if (!map.has(each)) map.set(each, row)
        }
        expect(contents(close(table))).toEqual(map)
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
