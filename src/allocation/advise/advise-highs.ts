import type { BudgetProgram, BudgetSolver } from './advise-budget.ts'

/**
 * What is used of HiGHS in WebAssembly: what the loader of the npm package `highs` resolves to has this shape. The
 * program loads it; this library neither imports nor bundles it.
 *
 * @category model
 */
export interface Highs {
  /** Solves a model in CPLEX LP format. */
  readonly solve: (model: string) => {
    readonly Status: string
    readonly ObjectiveValue: number
    readonly Columns: Readonly<Record<string, object>>
  }
}

/**
 * Chooses flats within a budget exactly, by the mixed-integer solver HiGHS: whether a flat is bought is 0 or 1, who has
 * what follows (assignment polytopes are whole). Its floats are rounded, and `advise` counts again in whole numbers
 * what its choice reaches; that nothing reaches more, only HiGHS attests.
 *
 * @example
 * ```ts
 * import { highsSolver } from 'einzug'
 * const answer = { Status: 'Optimal', ObjectiveValue: 2.0000000001, Columns: { y1: { Primal: 0.9999999 } } }
 * const solver = highsSolver({ solve: () => answer }) // with the package: highsSolver(await highsLoader())
 * solver.choose({ worth: [2], prices: [null, 500], units: [1, 1], pairs: [[0, 1]], budget: 500 }) // => { columns: [1], value: 2 }
 * ```
 * @category advice
 */
export const highsSolver = (highs: Highs): BudgetSolver => ({
  name: 'HiGHS',
  choose: program => {
    const { Status, ObjectiveValue, Columns } = highs.solve(modelOf(program))
    if (Status !== 'Optimal') return null
    const columns = program.prices.flatMap((price, column) =>
      price !== null && isOne(Columns[`y${column}`]) ? [column] : [],
    )
    return { columns, value: Math.round(ObjectiveValue) }
  },
})

const isOne = (column: object | undefined): boolean =>
  column !== undefined && 'Primal' in column && Math.round(Number(column.Primal)) === 1

/** The program in CPLEX LP format. */
const modelOf = ({ worth, prices, units, pairs, budget }: BudgetProgram): string => {
  const ofRow = worth.map((): Array<string> => [])
  const ofColumn = prices.map((): Array<string> => [])
  for (const [at, [row, column]] of pairs.entries()) {
    ofRow[row]?.push(`x${at}`)
    ofColumn[column]?.push(`x${at}`)
  }
  const bought = prices.flatMap((price, column) => (price === null ? [] : [`y${column}`]))
  const spent = prices.flatMap((price, column) => (price === null ? [] : [`${price} y${column}`]))
  return [
    'Maximize',
    ` reached: ${summed(pairs.map(([row], at) => `${worth[row] ?? 0} x${at}`))}`,
    'Subject To',
    ` budget: ${summed(spent)} <= ${budget}`,
    ...ofRow.flatMap((terms, row) => (terms.length === 0 ? [] : [` r${row}: ${summed(terms)} <= 1`])),
    ...ofColumn.flatMap((terms, column) => {
      if (terms.length === 0) return []
      const free = prices[column] === null
      const holds = units[column] as number
      const most = free ? holds : 0
      return [` c${column}: ${summed(terms)}${free ? '' : ` - ${holds} y${column}`} <= ${most}`]
    }),
    'Binary',
    ...bought.map(each => ` ${each}`),
    'End',
  ].join('\n')
}

/** A sum, a term on each line: readers of the format limit how long a line may be. */
const summed = (terms: ReadonlyArray<string>): string => (terms.length === 0 ? '0 none' : terms.join('\n + '))
