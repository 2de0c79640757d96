import type { Flat } from '../domain/flat.ts'

/**
 * A flat offered, and how many households may still move in: 1 for a flat let whole, the rooms still free for
 * one let room by room.
 *
 * @category model
 */
export interface Offer {
  readonly flat: Flat
  readonly units: number
}

/**
 * One home to give away: a flat let whole, or one of the rooms of a flat let room by room.
 *
 * @category model
 */
export interface Home {
  readonly flat: Flat
  /** Counts the rooms on offer from 0; 0 for a flat let whole. */
  readonly room: number
}
