import { either as E } from 'fp-ts'

/** What came of something that is to come about; throws otherwise. */
export const right = <A>(outcome: E.Either<unknown, A>): A =>
  E.getOrElse<unknown, A>(left => {
    throw new Error(JSON.stringify(left))
  })(outcome)
