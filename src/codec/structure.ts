import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import type { Issue } from './issue.ts'
import { codec, oneOf } from './scalar.ts'

type OptionalKey<A> = {
  [K in keyof A]-?: Partial<Pick<A, K>> extends Pick<A, K> ? K : never
}[keyof A]
type Required<A> = { readonly [K in Exclude<keyof A, OptionalKey<A>>]: t.Type<A[K]> }
type Optional<A> = { readonly [K in OptionalKey<A>]-?: t.Type<Exclude<A[K], undefined>> }
/** Optional keys cannot be forgotten, and need not be mentioned where there are none. */
type Fields<A> = [OptionalKey<A>] extends [never]
  ? readonly [Required<A>]
  : readonly [Required<A>, Optional<A>]

type Known = Readonly<Record<string, t.Type<unknown>>>
type Json = Readonly<Record<string, unknown>>

/** Objects, and neither `null` nor lists. */
export const isObject = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

/** What an object itself has under a key; what it inherits does not count. */
export const own = (u: unknown, key: string): unknown =>
  isObject(u) && Object.hasOwn(u, key) ? u[key] : undefined

const build = <A>(
  name: string,
  [required, optional = {}]: readonly [Known, Known?],
  strangers: (u: Json, context: t.Context) => t.Errors,
): t.Type<A> => {
  const fields = Object.entries({ ...required, ...optional })
  return codec(name, (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const errors = strangers(u, context)
    const value: Record<string, unknown> = {}
    for (const [key, field] of fields) {
      const found = own(u, key)
      if (found === undefined && Object.hasOwn(optional, key)) continue
      const decoded = field.validate(found, t.appendContext(context, key, field, found))
      if (E.isRight(decoded)) value[key] = decoded.right
      else errors.push(...decoded.left)
    }
    return errors.length === 0 ? t.success(value as A) : t.failures(errors)
  })
}

/** Objects: keys that are not known are left out. An optional key is absent (or `undefined`), never `null`. */
export const object = <A>(name: string, ...fields: Fields<A>): t.Type<A> =>
  build(name, fields as unknown as [Known, Known?], () => [])

/** Objects whose unknown keys are errors: a misspelt key must not silently drop a rule. */
export const closed = <A>(name: string, ...fields: Fields<A>): t.Type<A> => {
  const [required, optional = {}] = fields as unknown as [Known, Known?]
  const known = Object.keys({ ...required, ...optional })
  const nothing = codec<never>(`no other key than ${known.join(', ')}`, t.failure)
  return build(name, [required, optional], (u, context) =>
    Object.keys(u)
      .filter(key => !known.includes(key))
      .map(key => ({ value: u[key], context: t.appendContext(context, key, nothing, u[key]) })),
  )
}

/** Lists. */
export const list = <A>(name: string, item: t.Type<A>): t.Type<ReadonlyArray<A>> =>
  codec(name, (u, context) => {
    if (!Array.isArray(u)) return t.failure(u, context)
    const errors: t.Errors = []
    const values: Array<A> = []
    for (const [at, found] of (u as ReadonlyArray<unknown>).entries()) {
      const decoded = item.validate(found, t.appendContext(context, String(at), item, found))
      if (E.isRight(decoded)) values.push(decoded.right)
      else errors.push(...decoded.left)
    }
    return errors.length === 0 ? t.success(values) : t.failures(errors)
  })

/** Objects whose keys are free, such as the names of districts. */
export const dictionary = <A>(name: string, item: t.Type<A>): t.Type<Readonly<Record<string, A>>> =>
  codec(name, (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const errors: t.Errors = []
    const entries: Array<readonly [string, A]> = []
    for (const [key, found] of Object.entries(u)) {
      const decoded = item.validate(found, t.appendContext(context, key, item, found))
      if (E.isRight(decoded)) entries.push([key, decoded.right])
      else errors.push(...decoded.left)
    }
    // own keys all of them, `__proto__` too
    return errors.length === 0 ? t.success(Object.fromEntries(entries)) : t.failures(errors)
  })

/** Unions told apart by the word under a key: errors speak of the branch that the word chooses. */
export const tagged = <A>(
  name: string,
  key: string,
  branches: Readonly<Record<string, t.Type<A>>>,
): t.Type<A> => {
  const tag = codec<never>(oneOf(Object.keys(branches)), t.failure)
  return codec(name, (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const found = own(u, key)
    return typeof found === 'string' && Object.hasOwn(branches, found)
      ? (branches[found] as t.Type<A>).validate(u, context)
      : tag.validate(found, t.appendContext(context, key, tag, found))
  })
}

/** Which of several forms is meant is told by a key of its own. */
export const formed = <A>(name: string, forms: Readonly<Record<string, t.Type<A>>>): t.Type<A> =>
  codec(name, (u, context) => {
    const form = Object.keys(forms).find(key => own(u, key) !== undefined)
    return form === undefined ? t.failure(u, context) : (forms[form] as t.Type<A>).validate(u, context)
  })

/** `null`, or what another codec reads. */
export const orNull = <A>(item: t.Type<A>): t.Type<A | null> =>
  codec(`${item.name}, or null`, (u, context) => (u === null ? t.success(null) : item.validate(u, context)))

/** What a type cannot say: values that have issues, with paths from the value, are refused. */
export const refine = <A>(base: t.Type<A>, issues: (value: A) => ReadonlyArray<Issue>): t.Type<A> =>
  codec(base.name, (u, context) =>
    E.chain((value: A) => {
      const errors = issues(value).map(({ path, expected, found }) => {
        let at: unknown = value
        const place = path.reduce<t.Context>((above, key) => {
          at = (at as Readonly<Record<string | number, unknown>>)[key]
          return t.appendContext(above, String(key), base, at)
        }, context)
        return { value: found, context: place, message: expected }
      })
      return errors.length === 0 ? t.success(value) : t.failures<A>(errors)
    })(base.validate(u, context)),
  )
