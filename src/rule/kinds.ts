/** Households or flats by what a rule reads of them: those of one kind are all the same to it. */
export interface Kinds<A> {
  /** The kind of each, as a code from 0. */
  readonly codes: Int32Array
  /** Who is the first of each kind. */
  readonly firsts: ReadonlyArray<A>
}

/** Sorts by a text that says all that is read. */
export const kindsOf = <A>(subjects: ReadonlyArray<A>, text: (subject: A) => string): Kinds<A> => {
  const known = new Map<string, number>()
  const firsts: Array<A> = []
  const codeOf = (subject: A): number => {
    const read = text(subject)
    const code = known.get(read) ?? firsts.push(subject) - 1
    known.set(read, code)
    return code
  }
  return { codes: Int32Array.from(subjects.map(codeOf)), firsts }
}
