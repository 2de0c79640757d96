import type * as t from 'io-ts'
import type { Issue } from './issue.ts'
import { below, codec, type Faults, misfit, readOf, refused } from './reading.ts'
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

/** Whether all of an object's keys are known; tells those that are not. */
type Strangers = (u: Json, faults: Faults | undefined) => boolean

const build = <A>(
  name: string,
  [required, optional = {}]: readonly [Known, Known?],
  noStrangers: Strangers,
): t.Type<A> => {
  const fields = Object.entries({ ...required, ...optional }).map(([key, field]) => ({
    key,
    field,
    read: readOf(field),
    mayLack: Object.hasOwn(optional, key),
  }))
  return codec(name, (u, faults) => {
    if (!isObject(u)) return refused(u, faults)
    let fits = noStrangers(u, faults)
    let changed: Map<string, unknown> | undefined
    let count = 0
    for (const { key, field, read, mayLack } of fields) {
      if (!fits && faults === undefined) return misfit
      const found = own(u, key)
      if (found === undefined && mayLack) continue
      count++
      const known = read(found, below(faults, key, field, found))
      if (known === misfit) fits = false
      else if (!Object.is(known, found)) changed = (changed ?? new Map<string, unknown>()).set(key, known)
    }
    if (!fits) return misfit
    if (changed === undefined && hasNoMore(u, count)) return u as A
    const kept = fields.filter(({ key }) => own(u, key) !== undefined)
    return Object.fromEntries(kept.map(({ key }) => [key, changed?.get(key) ?? u[key]])) as A
  })
}

/** Whether an object has nothing but so many keys, of its own or inherited. */
const hasNoMore = (u: Json, count: number): boolean =>
  Object.getPrototypeOf(u) === Object.prototype && Object.keys(u).length === count

/** Objects: keys that are not known are left out. An optional key is absent (or `undefined`), never `null`. */
export const object = <A>(name: string, ...fields: Fields<A>): t.Type<A> =>
  build(name, fields as unknown as [Known, Known?], () => true)

/** Objects whose unknown keys are errors: a misspelt key must not silently drop a rule. */
export const closed = <A>(name: string, ...fields: Fields<A>): t.Type<A> => {
  const [required, optional = {}] = fields as unknown as [Known, Known?]
  const known = { ...required, ...optional }
  const nothing = codec<never>(`no other key than ${Object.keys(known).join(', ')}`, refused)
  return build(name, [required, optional], (u, faults) => {
    const strangers = Object.keys(u).filter(key => !Object.hasOwn(known, key))
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
    return (same && hasNoMore(u, entries.length) ? u : Object.fromEntries(entries)) as Record<string, A>
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
