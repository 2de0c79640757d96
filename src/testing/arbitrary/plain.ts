import * as fc from 'fast-check'

type Fields = Readonly<Record<string, unknown>>

/**
 * Objects as `JSON.parse` makes them, with an ordinary prototype. Keys that are not `required` are present or
 * absent, never `undefined`.
 */
export const plain = <A extends Fields, K extends keyof A>(
  fields: { readonly [Key in keyof A]: fc.Arbitrary<A[Key]> },
  required: ReadonlyArray<K>,
): fc.Arbitrary<Partial<A> & Pick<A, K>> =>
  fc.record<A, K>(fields as { [Key in keyof A]: fc.Arbitrary<A[Key]> }, {
    requiredKeys: [...required],
    noNullPrototype: true,
  })

/** Objects as `JSON.parse` makes them, every key present. */
export const whole = <A extends Fields>(fields: {
  readonly [Key in keyof A]: fc.Arbitrary<A[Key]>
}): fc.Arbitrary<A> =>
  fc.record(fields as { [Key in keyof A]: fc.Arbitrary<A[Key]> }, {
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<A>
