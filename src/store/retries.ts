import { pause } from './pause.ts'

/**
 * How often and after how long something is tried again: after a random time up to `base × 2ᵏ` milliseconds the k-th
 * time, and `cap` at most (full jitter).
 *
 * @category municipality
 */
export interface Retries {
  /** How often at most, the first time included. Default 20. */
  readonly attempts?: number
  /** In milliseconds. Default 2. */
  readonly base?: number
  /** In milliseconds. Default 1,000. */
  readonly cap?: number
  /** From 0 up to 1. Default `Math.random`. */
  readonly random?: () => number
}

/** Waits after the tries made so far, and says whether one more is allowed. */
export const backoff =
  ({ attempts = 20, base = 2, cap = 1000, random = Math.random }: Retries) =>
  async (made: number): Promise<boolean> => {
    if (made >= attempts) return false
    await pause(random() * Math.min(cap, base * 2 ** Math.min(made, 30)))
    return true
  }
