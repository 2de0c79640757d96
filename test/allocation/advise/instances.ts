import { type AdviceError, allocate, type Flat, type Question } from 'einzug'
import * as E from 'fp-ts/Either'
import { posed } from '../instances.ts'

export const right = <A>(result: E.Either<AdviceError, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

export type Instance = Question & { readonly flats: ReadonlyArray<Flat> }

export const allocated = (question: Instance, more: ReadonlyArray<Flat> = []) => {
  const { placements, totals } = allocate(posed({ ...question, flats: [...question.flats, ...more] }))
  return { ids: placements.map(({ householdId }) => householdId), totals }
}

export const subsets = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: 2 ** all.length }, (_, code) => all.filter((_, at) => (code >> at) % 2 === 1))

export const isStrict = ({ policy }: Question): boolean => policy.ranking.some(({ by }) => by === 'lottery')
