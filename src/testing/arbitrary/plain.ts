import * as fc from 'fast-check'

type Fields<A> = { readonly [Key in keyof A]: fc.Arbitrary<A[Key]> }

/**
 * Objects as `JSON.parse` makes them, with an ordinary prototype. Keys that are not `required` are present or
 * absent, never `undefined`.
 */
export const plain = <A, K extends keyof A>(
  fields: Fields<A>,
  required: ReadonlyArray<K>,
): fc.Arbitrary<Partial<A> & Pick<A, K>> =>
  fc.record<A, K>(fields, { requiredKeys: [...required], noNullPrototype: true }) as unknown as fc.Arbitrary<
    Partial<A> & Pick<A, K>
  >

/** Objects as `JSON.parse` makes them, every key present. */
export const whole = <A>(fields: Fields<A>): fc.Arbitrary<A> =>
  fc.record<A>(fields, { noNullPrototype: true })
