/**
 * Who has what: `columnOf[i]` is the column of row `i`, `rowOf[j]` the row of column `j`, −1 for none.
 *
 * @category model
 */
export interface Matching {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
}

/**
 * Numbers that prove a matching best, level by level, the first level counting first: rank, fit, kept.
 * `margins[l][i]` is what row `i` gains on level `l` beyond the price of its column, `prices[l][j]` what column `j`
 * is worth to whoever has it. Whole numbers; read as tuples over the levels, none is below zero.
 *
 * @category model
 */
export interface Duals {
  readonly margins: ReadonlyArray<Float64Array>
  readonly prices: ReadonlyArray<Float64Array>
}
