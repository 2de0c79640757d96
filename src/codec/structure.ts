import type * as t from 'io-ts'
import type { Issue } from './issue.ts'
import { below, codec, type Faults, misfit, type Read, readOf, refused } from './reading.ts'
import { oneOf } from './scalar.ts'

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

interface Field {
  readonly key: string
  readonly type: t.Type<unknown>
  readonly read: Read<unknown>
  readonly mayLack: boolean
}

const fieldsOf = ([required, optional = {}]: readonly [Known, Known?]): ReadonlyArray<Field> =>
  Object.entries({ ...required, ...optional }).map(([key, type]) => ({
    key,
    type,
    read: readOf(type),
    mayLack: Object.hasOwn(optional, key),
  }))

/** Objects of some fields; of other keys, `strangers` says whether one is an error, and tells it. */
const build = <A>(
  name: string,
  fields: ReadonlyArray<Field>,
  strangers: 'left out' | ((u: Json, faults: Faults) => boolean),
): t.Type<A> => {
  const known = new Map(fields.map(field => [field.key, field]))
  const needed = fields.filter(({ mayLack }) => !mayLack).length

  /** What is as it should be is looked at key by key, as it comes: what may lack costs nothing where it does. */
  const look = (u: Json): Json | typeof misfit => {
    let changed: Map<string, unknown> | undefined
    let [found, strange] = [0, false]
    const inherits = !isPlain(u)
    for (const key in u) {
      if (inherits && !Object.hasOwn(u, key)) continue
      const field = known.get(key)
      const given = u[key]
      if (field === undefined || given === undefined) {
        if (field === undefined && strangers !== 'left out') return misfit
        strange = true
        continue
      }
      const value = field.read(given)
      if (value === misfit) return misfit
      if (!Object.is(value, given)) changed = (changed ?? new Map<string, unknown>()).set(key, value)
      if (!field.mayLack) found++
    }
    if (found < needed) return misfit
    return changed === undefined && !strange && !inherits ? u : kept(u, changed)
  }

  const kept = (u: Json, changed?: ReadonlyMap<string, unknown>): Json =>
    Object.fromEntries(
      fields
        .filter(({ key }) => own(u, key) !== undefined)
        .map(({ key }) => [key, changed?.get(key) ?? u[key]]),
    )

  /** All that is wrong, field by field. */
  const examine = (u: Json, faults: Faults): Json | typeof misfit => {
    let fits = strangers === 'left out' || strangers(u, faults)
    const changed = new Map<string, unknown>()
    for (const { key, type, read, mayLack } of fields) {
      const given = own(u, key)
      if (given === undefined && mayLack) continue
      const value = read(given, below(faults, key, type, given))
      if (value === misfit) fits = false
      else changed.set(key, value)
    }
    return fits ? kept(u, changed) : misfit
  }

  return codec(name, (u, faults) => {
    if (!isObject(u)) return refused(u, faults)
    return (faults === undefined ? look(u) : examine(u, faults)) as A | typeof misfit
  })
}

/** Whether an object has no keys but its own. */
const isPlain = (u: Json): boolean => {
  if (Object.getPrototypeOf(u) !== Object.prototype) return false
  for (const _ in Object.prototype) return false // somebody has put a key there
  return true
}

/** Objects: keys that are not known are left out. An optional key is absent (or `undefined`), never `null`. */
export const object = <A>(name: string, ...fields: Fields<A>): t.Type<A> =>
  build(name, fieldsOf(fields as unknown as [Known, Known?]), 'left out')

/** Objects whose unknown keys are errors: a misspelt key must not silently drop a rule. */
export const closed = <A>(name: string, ...fields: Fields<A>): t.Type<A> => {
  const all = fieldsOf(fields as unknown as [Known, Known?])
  const known = new Set(all.map(({ key }) => key))
  const nothing = codec<never>(`no other key than ${[...known].join(', ')}`, refused)
  return build(name, all, (u, faults) => {
    const strangers = Object.keys(u).filter(key => !known.has(key))
    for (const key of strangers) refused(u[key], below(faults, key, nothing, u[key]))
    return strangers.length === 0
  })
}

/** Lists. */
export const list = <A>(name: string, item: t.Type<A>): t.Type<ReadonlyArray<A>> => {
  const read = readOf(item)
  return codec<ReadonlyArray<A>>(name, (u, faults) => {
    if (!Array.isArray(u)) return refused(u, faults)
    const all = u as ReadonlyArray<unknown>
    const values: Array<A> = []
    let same = true
    for (let at = 0; at < all.length; at++) {
      const known = read(all[at], below(faults, at, item, all[at]))
      if (known === misfit && faults === undefined) return misfit
      if (known !== misfit) values.push(known)
      same &&= Object.is(known, all[at])
    }
    if (same) return u as ReadonlyArray<A>
    return values.length === all.length ? values : misfit
  })
}

/** Objects whose keys are free, such as the names of districts. */
export const dictionary = <A>(name: string, item: t.Type<A>): t.Type<Readonly<Record<string, A>>> => {
  const read = readOf(item)
  return codec(name, (u, faults) => {
    if (!isObject(u)) return refused(u, faults)
    const entries = Object.entries(u).map(
      ([key, found]) => [key, read(found, below(faults, key, item, found))] as const,
    )
    if (entries.some(([, known]) => known === misfit)) return misfit
    const same = entries.every(([key, known]) => Object.is(known, u[key]))
    // own keys all of them, `__proto__` too
    return (same && isPlain(u) ? u : Object.fromEntries(entries)) as Record<string, A>
  })
}

/** Unions told apart by the word under a key: errors speak of the branch that the word chooses. */
export const tagged = <A>(
  name: string,
  key: string,
  branches: Readonly<Record<string, t.Type<A>>>,
): t.Type<A> => {
  const tag = codec<never>(oneOf(Object.keys(branches)), refused)
  const reads = new Map(Object.entries(branches).map(([word, branch]) => [word, readOf(branch)]))
  return codec(name, (u, faults) => {
    if (!isObject(u)) return refused(u, faults)
    const found = own(u, key)
    const read = reads.get(found as string)
    return read === undefined ? refused(found, below(faults, key, tag, found)) : read(u, faults)
  })
}

/** Which of several forms is meant is told by a key of its own. */
export const formed = <A>(name: string, forms: Readonly<Record<string, t.Type<A>>>): t.Type<A> => {
  const reads = Object.entries(forms).map(([key, form]) => ({ key, read: readOf(form) }))
  return codec(name, (u, faults) => {
    const form = reads.find(({ key }) => own(u, key) !== undefined)
    return form === undefined ? refused(u, faults) : form.read(u, faults)
  })
}

/** `null`, or what another codec reads. */
export const orNull = <A>(item: t.Type<A>): t.Type<A | null> =>
  codec(`${item.name}, or null`, (u, faults) => (u === null ? null : readOf(item)(u, faults)))

/** What a type cannot say: values that have issues, with paths from the value, are refused. */
export const refine = <A>(base: t.Type<A>, issues: (value: A) => ReadonlyArray<Issue>): t.Type<A> => {
  const read = readOf(base)
  return codec(base.name, (u, faults) => {
    const value = read(u, faults)
    if (value === misfit) return misfit
    const wrong = issues(value)
    for (const { path, expected, found } of faults === undefined ? [] : wrong) {
      let at: unknown = value
      const place = path.reduce<Faults | undefined>((above, key) => {
        at = (at as Readonly<Record<string | number, unknown>>)[key]
        return below(above, key, base, at)
      }, faults)
      refused(found, place, expected)
    }
    return wrong.length === 0 ? value : misfit
  })
}
