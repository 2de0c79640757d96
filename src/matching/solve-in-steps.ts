import type { RankedProblem } from './problem.ts'
import { left, type Result, right } from './result.ts'
import { type Progress, type Solution, solving } from './solve.ts'

/**
 * How to solve without standing in the way: `onProgress` hears how far it has come, `signal` (an `AbortSignal`, say)
 * ends it, and after `milliseconds` of work (16 by default, a frame) others have their turn.
 *
 * @category model
 */
export interface StepOptions {
  /** Hears how far it has come, once before every pause. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: { readonly aborted: boolean }
  readonly milliseconds?: number
}

/**
 * A solve that was called off.
 *
 * @category errors
 */
export interface Cancelled {
  readonly _tag: 'Cancelled'
}

/**
 * {@link solve} in stretches, so that a page can be drawn or a server can answer in between. Gives the same solution; or
 * `Cancelled`, as soon as the signal says so, and nothing is left behind. What `onProgress` throws, the promise throws.
 *
 * Single stretches take some milliseconds, up to about a tenth of a second at 100,000 rows.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { graphFromRows, rankedProblem, solveInSteps } from 'einzug/matching'
 * const posed = F.pipe(graphFromRows(1, [[[0, 7]], [[0, 9]]]), E.chainW(graph => rankedProblem(graph, [0, 1])))
 * const [calledOff] = await Promise.all(E.isRight(posed) ? [solveInSteps(posed.right, { signal: { aborted: true } })] : [])
 * calledOff // => { _tag: 'Left', left: { _tag: 'Cancelled' } }
 * ```
 * @category solvers
 */
export const solveInSteps = async (
  problem: RankedProblem,
  { onProgress, signal, milliseconds = 16 }: StepOptions = {},
): Promise<Result<Cancelled, Solution>> => {
  const steps = solving(problem)
  for (let pause = Date.now() + milliseconds; ; ) {
    if (signal?.aborted === true) return left({ _tag: 'Cancelled' })
    const step = steps.next()
    if (step.done === true) return right(step.value)
    if (Date.now() < pause) continue
    onProgress?.(step.value)
    await othersTurn()
    pause = Date.now() + milliseconds
  }
}

const othersTurn = (): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve)
  })
