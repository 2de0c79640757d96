/**
 * Wakes those who wait for news within the process. `heard` settles at the next `ring`, and at the latest when its
 * signal fires.
 *
 * @example
 * ```ts
 * import { bell } from 'einzug/store'
 * const { ring, heard } = bell()
 * const news = heard(undefined)
 * ring()
 * await news // => undefined
 * ```
 * @category stores of one's own
 */
export const bell = (): {
  /** Wakes all who wait. */
  readonly ring: () => void
  /** Waits for the next ring. */
  readonly heard: (signal: AbortSignal | undefined) => Promise<void>
} => {
  const waiting = new Set<() => void>()
  return {
    ring: () => {
      for (const wake of waiting) wake()
    },
    heard: signal =>
      new Promise(resolve => {
        const wake = (): void => {
          waiting.delete(wake)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        if (signal?.aborted === true) {
          resolve()
          return
        }
        waiting.add(wake)
        signal?.addEventListener('abort', wake)
      }),
  }
}
