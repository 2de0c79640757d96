/**
 * Why something cannot be lived in for a while. `major works` are those that make it uninhabitable, such as a new
 * heating or a conversion.
 *
 * @category model
 */
export type BlockReason = 'major works' | 'repairs' | 'infection' | 'other'

/**
 * How many units of a flat, or places of a site, nobody can live in, and why.
 *
 * @category model
 */
export interface Blocked {
  readonly count: number
  readonly reason: BlockReason
}
