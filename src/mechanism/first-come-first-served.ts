import { serialDictatorship } from './serial-dictatorship.ts'

/**
 * The waiting list as it is kept in many town halls, to compare others with: whoever comes first gets the free column
 * that fits best, and nobody is moved afterwards. `order` is the order in which the rows came.
 *
 * On fits this is the serial dictatorship, and it is the same function under its other name: whoever walks a waiting
 * list lets its first household pick. So it has the same guarantees, and leaves as many rows without a column.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows } from 'einzug/matching'
 * import { firstComeFirstServed } from 'einzug/mechanism'
 * const graph = graphFromRows(2, [[[0, 5], [1, 4]], [[0, 9]]])
 * F.pipe(graph, E.chainW(each => firstComeFirstServed(each, [0, 1])), E.map(({ columnOf }) => [...columnOf])) // => E.right([0, -1])
 * ```
 * @category mechanisms
 */
export const firstComeFirstServed: typeof serialDictatorship = serialDictatorship
