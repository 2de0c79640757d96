import type { Figure } from './figure.ts'

/** A figure over time: one point per day or period, in order; all points state the same figure, unit and basis. @category model */
export interface Series<F extends Figure = Figure> {
  readonly every: Every
  readonly points: ReadonlyArray<F>
}

/** @category model */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'year'
