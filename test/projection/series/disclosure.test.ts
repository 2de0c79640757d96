import {
  breakdownOf,
  disclosed,
  type Figure,
  fold,
  ledger,
  type Measure,
  percent,
  percentages,
  share,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { suppressList, suppressTable } from '../../../src/projection/series/disclosure/suppress.ts'
import { day, period } from '../facts.ts'
import { measures } from './measures.ts'
import { richLogs } from './rich-logs.ts'

type Shown = ReadonlyArray<ReadonlyArray<number | null>>

const counts = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 2, arbitrary: fc.nat(12) })
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((a, b) => a + b, 0)

/** A table with its margins: the last row and column hold the sums. */
const withMargins = (cells: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<ReadonlyArray<number>> => {
  const rows = cells.map(row => [...row, sum(row)])
  return [...rows, (rows[0] ?? []).map((_, k) => sum(rows.map(row => row[k] as number)))]
}

/**
 * The attacker: knows every shown number and margin, that all are whole, and that those left out are 1 or more. Tries
 * all tables near the true one, and says which numbers are the same in each that fits.
 */
const computable = (truth: ReadonlyArray<ReadonlyArray<number>>, shown: Shown): ReadonlyArray<string> => {
  const [rows, columns] = [truth.length, truth[0]?.length ?? 0]
  const unknown = truth.flatMap((row, r) =>
    row.flatMap((_, c) => (shown[r]?.[c] === null ? [[r, c] as const] : [])),
  )
  const seen = new Map<string, Set<number>>()
  const guess = truth.map(row => [...row])
  const look = (k: number): void => {
    const place = unknown[k]
    if (place === undefined) {
      const all = withMargins(guess)
      const fits = all.every((row, r) =>
        row.every((value, c) => {
          const said = shown[r]?.[c]
          return said === null ? value >= 1 : said === value
        }),
      )
      if (!fits) return
      all.forEach((row, r) => {
        row.forEach((value, c) => {
          if (shown[r]?.[c] !== null) return
          const key = `${r},${c}`
          seen.set(key, (seen.get(key) ?? new Set()).add(value))
        })
      })
      return
    }
    const [r, c] = place
    for (const step of [-1, 0, 1]) {
      const row = guess[r] as Array<number>
      row[c] = (truth[r]?.[c] as number) + step
      if (row[c] >= 1) look(k + 1)
      row[c] = truth[r]?.[c] as number
    }
  }
  look(0)
  expect(rows * columns).toBeGreaterThan(0)
  return [...seen].filter(([, values]) => values.size < 2).map(([key]) => key)
}

const shownTable = (cells: ReadonlyArray<ReadonlyArray<number>>): Shown => {
  const { cells: inner, rows, columns, total } = suppressTable(cells)
  return [...inner.map((row, r) => [...row, rows[r] as number | null]), [...columns, total]]
}

describe('suppression', () => {
  test('leaves out every count of 1 and 2, shows the others as they are, and no attacker finds one', () => {
    fc.assert(
      fc.property(tables, cells => {
        const shown = shownTable(cells)
        withMargins(cells).forEach((row, r) => {
          row.forEach((value, c) => {
            const said = shown[r]?.[c]
            if (value === 1 || value === 2) expect(said).toBeNull()
            else if (value === 0) expect(said).toBe(0)
            else expect([null, value]).toContain(said)
          })
        })
        expect(computable(cells, shown)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a list and its total, too', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), cells => {
        const { cells: shown, total } = suppressList(cells)
        const out = shown.flatMap((value, k) => (value === null ? [cells[k] as number] : []))
        for (const [k, value] of cells.entries())
          expect(value === 1 || value === 2 ? [null] : value === 0 ? [0] : [null, value]).toContain(shown[k])
        // with the total shown, those left out share a known sum: there must be two ways at least to share it
        if (total !== null && out.length > 0) {
          expect(out.length).toBeGreaterThan(1)
          expect(sum(out)).toBeGreaterThan(out.length)
        }
        expect(total === null || (total !== 1 && total !== 2)).toBe(true)
      }),
    )
  })

  test('leaves out nothing where nothing is small, and no more than it must', () => {
    expect(suppressList([3, 0, 8])).toEqual({ cells: [3, 0, 8], total: 11 })
    expect(suppressList([2, 40, 7])).toEqual({ cells: [null, 40, null], total: 49 })
    // 1 and 1 of 2 would be no secret
    expect(suppressList([1, 1, 30])).toEqual({ cells: [null, null, null], total: 32 })
    expect(suppressList([1, 0])).toEqual({ cells: [null, 0], total: null })
    expect(
      suppressTable([
        [1, 20],
        [30, 40],
      ]).cells,
    ).toEqual([
      [null, null],
      [null, null],
    ])
    expect(
      suppressTable([
        [1, 20, 5],
        [30, 40, 6],
        [9, 9, 9],
      ]),
    ).toEqual({
      cells: [
        [null, 20, null],
        [30, 40, 6],
        [null, 9, null],
      ],
      rows: [26, 76, 27],
      columns: [40, 69, 20],
      total: 129,
    })
  })
})

describe('a breakdown fit to be published', () => {
  const over = { period: period(-2, 16), every: 'week' } as const
  const numbers = (figure: Figure): Readonly<Record<string, number>> =>
    'numerator' in figure
      ? { numerator: figure.numerator, denominator: figure.denominator }
      : { count: figure.count, ...('parts' in figure ? figure.parts : {}) }
  const people = measures.filter(({ figure }) => figure !== 'flat occupancy' && figure !== 'site occupancy')
  const slicesOf = (measure: Measure, log: Parameters<ReturnType<typeof fold>>[0]) => {
    const found = breakdownOf(
      measure,
      measure.figure === 'flats let' ? 'district' : 'household size',
      over,
    )(fold(ledger)(log))
    return E.isRight(found) ? found.right : []
  }

  test('shows no number of one or two persons, and states what the figure states', () => {
    fc.assert(
      fc.property(richLogs, fc.constantFrom(...people), (log, measure) => {
        const slices = slicesOf(measure, log)
        const shown = disclosed('suppress')(slices)
        slices.forEach(({ cell, series }, k) => {
          expect(shown.cells[k]?.cell).toBe(cell)
          series.points.forEach((point, p) => {
            const said = shown.cells[k]?.points[p]
            expect(said).toMatchObject({ figure: point.figure, unit: point.unit, basis: point.basis })
            expect(said).toMatchObject('day' in point ? { day: point.day } : { period: point.period })
            for (const [name, value] of Object.entries(numbers(point))) {
              expect([null, value]).toContain(said?.numbers[name])
              if (value === 1 || value === 2) expect(said?.numbers[name]).toBeNull()
            }
            const { numerator, denominator } = said?.numbers ?? {}
            if (typeof numerator === 'number' && typeof denominator === 'number')
              expect([1, 2]).not.toContain(denominator - numerator)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  test('or each number and sum to the nearest multiple of 5', () => {
    fc.assert(
      fc.property(richLogs, fc.constantFrom(...measures), (log, measure) => {
        const slices = slicesOf(measure, log)
        const shown = disclosed('round')(slices)
        slices.forEach(({ series }, k) => {
          series.points.forEach((point, p) => {
            for (const [name, value] of Object.entries(numbers(point))) {
              const said = shown.cells[k]?.points[p]?.numbers[name] ?? Number.NaN
              expect(said % 5).toBe(0)
              expect(Math.abs(said - value)).toBeLessThan(2.5)
              const whole = sum(slices.map(each => numbers(each.series.points[p] as Figure)[name] as number))
              expect(Math.abs((shown.whole[p]?.numbers[name] ?? Number.NaN) - whole)).toBeLessThan(2.5)
            }
          })
        })
      }),
      { numRuns: 30 },
    )
  })

  test('of an occupancy, the numerators alone are protected; of nothing, nothing is shown', () => {
    const ratio = (numerator: number): Figure => ({
      ...{ figure: 'occupancy of sites', unit: 'persons', basis: '…', day: day(0) },
      ...{ numerator, of: 'places', denominator: numerator + 1 },
    })
    const slices = [2, 30, 9].map((count, k) => ({
      cell: `District ${k}`,
      series: { every: 'day' as const, points: [ratio(count)] },
    }))
    const shown = disclosed('suppress')(slices)
    expect(shown.cells.map(({ points }) => points[0]?.numbers)).toEqual([
      { numerator: null, denominator: 3 },
      { numerator: 30, denominator: 31 },
      { numerator: null, denominator: 10 },
    ])
    expect(shown.whole[0]?.numbers).toEqual({ numerator: 41, denominator: 44 })
    expect(shown.whole[0]?.control).toMatch(/^Counts of 1 and 2 are left out/)
    expect(disclosed('round')(slices).whole[0]?.control).toMatch(/multiple of 5/)
    expect(disclosed('suppress')([])).toEqual({ whole: [], cells: [] })
  })
})

test('percentages of a breakdown are those of its shares, each rounded on its own', () => {
  fc.assert(
    fc.property(fc.record({ a: fc.nat(999), b: fc.nat(999), c: fc.nat(9) }), fc.nat(3), (parts, digits) => {
      const stated = { figure: 'dwellings', unit: 'persons', basis: '…', day: day(0) }
      const breakdown = { ...stated, count: parts.a + parts.b + parts.c, parts }
      const { parts: texts, note } = percentages(digits)(breakdown)
      for (const part of ['a', 'b', 'c'] as const)
        expect(texts[part]).toBe(percent(share(part)(breakdown), digits))
      expect(note).toContain('may not make 100 %')
    }),
  )
})
