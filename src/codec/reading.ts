import * as E from 'fp-ts/Either'
import * as t from 'io-ts'

/** What a reading gives where nothing of the type is found. */
export const misfit: unique symbol = /* @__PURE__ */ Symbol('misfit')

/** The place where something is read, and all that was found wrong in the document so far. */
export interface Faults {
  readonly context: t.Context
  readonly errors: t.Errors
}

/**
 * Reads a value: gives it back if it is one of the type and has no keys but those that the type names; else one that has
 * not, which may share parts with it; else `misfit`. Without `faults` the first thing that is wrong ends the reading;
 * with them all that is wrong is told, each with its way.
 */
export type Read<A> = (u: unknown, faults?: Faults) => A | typeof misfit

interface Codec<A> extends t.Type<A> {
  readonly read: Read<A>
  /** `decode` without copying: what it gives may share parts with the input, or be the input. */
  readonly adopt: t.Decode<unknown, A>
}

/**
 * A codec whose values are their own JSON. Most of what is read is right: faults are looked for only where it is not.
 */
export const codec = <A>(name: string, read: Read<A>): t.Type<A> => {
  const validate: t.Validate<unknown, A> = (u, context) => {
    const errors: t.Errors = []
    const value = read(u, { context, errors })
    return value === misfit ? t.failures(errors) : t.success(copyOf(value))
  }
  const made: t.Type<A> = new t.Type<A>(
    name,
    (u): u is A => read(u) !== misfit,
    validate,
    value => value,
  )
  const adopt: t.Type<A>['decode'] = u => {
    const value = read(u)
    return value === misfit ? validate(u, [{ key: '', type: made, actual: u }]) : E.right(value)
  }
  const decode: t.Type<A>['decode'] = u => {
    const adopted = adopt(u)
    return E.isLeft(adopted) ? adopted : E.right(copyOf(adopted.right))
  }
  return Object.assign(made, { read, adopt, decode })
}

/** A copy that shares no object with a document that was read, and so is no deeper than its type. */
const copyOf = <A>(document: A): A => {
  if (typeof document !== 'object' || document === null) return document
  if (Array.isArray(document)) return document.map(copyOf) as A
  const copy = { ...document }
  for (const key of Object.keys(copy) as Array<keyof A>) copy[key] = copyOf(copy[key])
  return copy
}

/** How a codec of this house reads. */
export const readOf = <A>(made: t.Type<A>): Read<A> => (made as Codec<A>).read

/** How a codec of this house reads what belongs to whoever reads it: nothing is copied that is as it should be. */
export const adoptBy = <A>(made: t.Type<A>): t.Decode<unknown, A> => (made as Codec<A>).adopt

/** Nothing of the type is there. */
export const refused = (found: unknown, faults: Faults | undefined, message?: string): typeof misfit => {
  faults?.errors.push({
    value: found,
    context: faults.context,
    ...(message === undefined ? {} : { message }),
  })
  return misfit
}

/** The place one step further in. */
export const below = (
  faults: Faults | undefined,
  key: string | number,
  type: t.ContextEntry['type'],
  found: unknown,
): Faults | undefined =>
  faults && { ...faults, context: t.appendContext(faults.context, String(key), type, found) }
