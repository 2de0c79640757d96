import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, append, revise, reviseOrNew } from '../../src/decider/draft.ts'
import { close, contents, emptyTable, get, open, put, rows } from '../../src/table/index.ts'
import { changed, entries, filled, key } from '../table/tables.ts'

describe('a table while a recipe writes to it', () => {
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
          const mine = revise(later, each)
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
    expect(revise(filling, 'H1')).toBe(row)
    const table = close(filling)
    const later = open(table)
    expect(revise(later, 'H1')).not.toBe(row)
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
          const mine = reviseOrNew(table, each, () => ({ row: -1 }))
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
})
