import type { Figure, Stated, When } from '../../figure.ts'
import { numbersOf } from '../figure-at.ts'
import type { Slice } from '../series-of.ts'
import { suppressList, suppressTable } from './suppress.ts'

/**
 * How a breakdown is made fit to be published: `suppress` leaves out counts of 1 and 2, and as many more as it takes so
 * that no sum gives them away; `round` rounds every number to the nearest multiple of 5, as the German statistics of
 * asylum seekers do.
 *
 * @category disclosure
 */
export type DisclosureControl = 'suppress' | 'round'

/**
 * A figure as it may be published: its numbers by name (of a ratio numerator and denominator, of a count the count and
 * its parts), `null` where one is left out, and a sentence that says what was done.
 *
 * @category disclosure
 */
export type Disclosed = Stated &
  When & { readonly numbers: Readonly<Record<string, number | null>>; readonly control: string }

/**
 * A breakdown as it may be published: for each point of time the whole, and the cells.
 *
 * @category disclosure
 */
export interface DisclosedBreakdown {
  readonly whole: ReadonlyArray<Disclosed>
  readonly cells: ReadonlyArray<{ readonly cell: string | null; readonly points: ReadonlyArray<Disclosed> }>
}

const said: Readonly<Record<DisclosureControl, string>> = {
  suppress:
    'Counts of 1 and 2 are left out, and others with them, so that none can be computed from the rest of the same day or period.',
  round:
    'Every number is rounded on its own to the nearest multiple of 5; parts need not add up to their sum.',
}

/** Numbers of one point: each cell's, and those of the whole, all in one order. */
interface Point<N> {
  readonly cells: ReadonlyArray<ReadonlyArray<N>>
  readonly whole: ReadonlyArray<N>
}

const nearest5 = (number: number): number => Math.round(number / 5) * 5

/**
 * Makes a breakdown fit to be published, point by point. What is published of several days is not looked at together:
 * who knows that one person came between two of them learns what the difference says.
 *
 * What is protected are persons and households: of a ratio, those counted and those not counted; of an occupancy, the
 * units let or the persons, not how many there are or may be.
 *
 * @example
 * ```ts
 * import { type Count, disclosed, type IsoDay, type Slice } from 'einzug'
 * const slice = (cell: string, count: number): Slice => {
 *   const point: Count = { figure: 'population', unit: 'persons', basis: '…', day: '2016-12-31' as IsoDay, count }
 *   return { cell, series: { every: 'year', points: [point] } }
 * }
 * const slices = [slice('Mitte', 40), slice('Nord', 2), slice('Süd', 7)]
 * const show = (how: 'suppress' | 'round') => disclosed(how)(slices).cells.map(({ points }) => points[0]?.numbers['count'])
 * show('suppress') // => [40, null, null]
 * show('round') // => [40, 0, 5]
 * ```
 * @category disclosure
 */
export const disclosed =
  (control: DisclosureControl) =>
  (slices: ReadonlyArray<Slice>): DisclosedBreakdown => {
    const points = slices[0]?.series.points ?? []
    const shown = points.map((_, p) => {
      const figures = slices.map(({ series }) => series.points[p] as Figure)
      return control === 'round' ? rounded(figures) : suppressed(figures)
    })
    const written = (p: number, numbers: ReadonlyArray<number | null>): Disclosed => {
      const { figure, unit, basis, ...rest } = points[p] as Figure
      const when: When = 'day' in rest ? { day: rest.day } : { period: rest.period }
      const names = namesOf(points[p] as Figure)
      return {
        ...{ figure, unit, basis },
        ...when,
        numbers: Object.fromEntries(names.map((name, k) => [name, numbers[k] as number | null])),
        control: said[control],
      }
    }
    return {
      whole: shown.map(({ whole }, p) => written(p, whole)),
      cells: slices.map(({ cell }, k) => ({
        cell,
        points: shown.map(({ cells }, p) => written(p, cells[k] as ReadonlyArray<number | null>)),
      })),
    }
  }

const namesOf = (figure: Figure): ReadonlyArray<string> =>
  'numerator' in figure
    ? ['numerator', 'denominator']
    : ['count', ...('parts' in figure ? Object.keys(figure.parts) : [])]

const sums = (rows: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<number> =>
  (rows[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + (row[k] as number), 0))

const rounded = (figures: ReadonlyArray<Figure>): Point<number> => {
  const cells = figures.map(numbersOf)
  return { cells: cells.map(row => row.map(nearest5)), whole: sums(cells).map(nearest5) }
}

const suppressed = (figures: ReadonlyArray<Figure>): Point<number | null> => {
  const cells = figures.map(numbersOf)
  const [first] = figures
  if (first === undefined) return { cells: [], whole: [] }
  if ('numerator' in first) return isShare(first) ? shares(cells) : taken(cells)
  if (!('parts' in first)) {
    const list = suppressList(cells.map(([count]) => count as number))
    return { cells: list.cells.map(count => [count]), whole: [list.total] }
  }
  const table = suppressTable(cells.map(([, ...parts]) => parts))
  return {
    cells: table.cells.map((row, k) => [table.rows[k] as number | null, ...row]),
    whole: [table.total, ...table.columns],
  }
}

/** Whether numerator and the rest are the same kind of thing: persons of persons, and not of places. */
const isShare = ({ unit, figure }: Figure): boolean =>
  (unit === 'persons' || unit === 'households') && figure.startsWith('decentral')

/** Those counted and those not, with their sum: a number that is left out may be found from neither. */
const shares = (cells: ReadonlyArray<ReadonlyArray<number>>): Point<number | null> => {
  const table = suppressTable(
    cells.map(([numerator, denominator]) => [
      numerator as number,
      (denominator as number) - (numerator as number),
    ]),
  )
  // the rest is shown where both are, and left out with one of them where it is small
  return {
    cells: table.cells.map(([numerator], k) => [numerator as number | null, table.rows[k] as number | null]),
    whole: [table.columns[0] as number | null, table.total],
  }
}

const taken = (cells: ReadonlyArray<ReadonlyArray<number>>): Point<number | null> => {
  const list = suppressList(cells.map(([numerator]) => numerator as number))
  return {
    cells: cells.map(([, there], k) => [list.cells[k] as number | null, there as number]),
    whole: [list.total, sums(cells)[1] as number],
  }
}
