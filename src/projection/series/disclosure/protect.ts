/**
 * A table as its sums tie it together: each published number is an edge between the two sums that it is part of. In a
 * table with both margins these are its row and its column, the margins being one more row and one more column; in a
 * list with a total, all lie between the sum and a node for all that is not tied. `sign` is -1 for what stands on the
 * other side of both of its equations or, in a list, of the only one.
 */
export interface Tied {
  readonly row: number
  readonly column: number
  readonly value: number
  readonly sign: 1 | -1
}

/** Numbers so small that they may tell of single persons. */
export const isSmall = (value: number): boolean => value === 1 || value === 2

/**
 * Which numbers have to be left out: the small ones, and as few more as it takes so that none of those left out can be
 * computed from the others. Somebody who knows all that is published, that all numbers are whole, and that those left
 * out are 1 at least, finds two possible values for each.
 *
 * What is left out can only vary along cycles of the graph of {@link Tied}, up and down in turn (Gusfield, A graph
 * theoretic approach to statistical data security, SIAM J. Comput. 17, 1988): a number is safe if it lies on one along
 * which nothing sinks below 1. For each small one that does not, the cheapest cycle is closed, by what it costs to
 * leave out: the size of the numbers. There always is one: through the totals, everything growing.
 *
 * O(small numbers · numbers · nodes).
 */
export const leftOut = (table: ReadonlyArray<Tied>): ReadonlySet<number> => {
  const out = new Set<number>()
  for (const [k, { value }] of table.entries()) if (isSmall(value)) out.add(k)
  for (const k of [...out]) {
    const [up, down] = [cheapestCycle(table, out, k, 1), cheapestCycle(table, out, k, -1)]
    for (const each of up.cost <= down.cost ? up.through : down.through) out.add(each)
  }
  return out
}

interface Cycle {
  readonly cost: number
  readonly through: ReadonlyArray<number>
}

const none: Cycle = { cost: Infinity, through: [] }

/** The cheapest way back from one end of an edge to the other, when its value moves up or down (Bellman and Ford). */
const cheapestCycle = (
  table: ReadonlyArray<Tied>,
  out: ReadonlySet<number>,
  edge: number,
  move: 1 | -1,
): Cycle => {
  const { row, column, value, sign } = table[edge] as Tied
  if (move < 0 && value < 2) return none
  // up is from the row to the column in terms of the equations; on the way back, from the column to the row
  const [start, goal] = move * sign > 0 ? [`c${column}`, `r${row}`] : [`r${row}`, `c${column}`]
  const reached = new Map<string, Cycle>([[start, { cost: 0, through: [] }]])
  for (let changed = true; changed; ) {
    changed = false
    for (const [k, each] of table.entries()) {
      if (k === edge || each.value === 0) continue
      for (const step of [1, -1] as const) {
        if (step < 0 && each.value < 2) continue
        const [from, to] =
          step * each.sign > 0 ? [`r${each.row}`, `c${each.column}`] : [`c${each.column}`, `r${each.row}`]
        const before = reached.get(from)
        if (before === undefined) continue
        const cost = before.cost + (out.has(k) ? 0 : each.value)
        if (cost >= (reached.get(to)?.cost ?? Infinity)) continue
        reached.set(to, { cost, through: [...before.through, k] })
        changed = true
      }
    }
  }
  return reached.get(goal) ?? none
}
