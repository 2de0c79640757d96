import type { Flat, Question } from 'einzug'
import type fc from 'fast-check'
import { questions } from '../instances.ts'

/** Questions under policies that allocate in turn. */
export const inTurn = (
  most: number,
  options: { readonly rooms?: boolean } = {},
): fc.Arbitrary<Question & { readonly flats: ReadonlyArray<Flat> }> =>
  questions(most, options).map(question => ({
    ...question,
    policy: { ...question.policy, procedure: 'in turn' },
  }))
