/**
 * A failure (`Left`) or a success (`Right`), in the shape of fp-ts `Either`: its functions work on it, and this
 * room needs no package for it.
 *
 * @category model
 */
export type Result<E, A> =
  | { readonly _tag: 'Left'; readonly left: E }
  | { readonly _tag: 'Right'; readonly right: A }

export const left = <E>(failure: E): Result<E, never> => ({ _tag: 'Left', left: failure })

export const right = <A>(success: A): Result<never, A> => ({ _tag: 'Right', right: success })
