import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from './failure.ts'

/** Runs what may fail. A driver's message may quote data; its code does not. */
export const attempt = <A>(work: () => Promise<A>): TE.TaskEither<Unavailable, A> =>
  TE.tryCatch(work, (thrown): Unavailable => {
    const { code, name } = Object(thrown) as { readonly code?: unknown; readonly name?: unknown }
    return { _tag: 'Unavailable', why: [code, name].find(each => typeof each === 'string') ?? 'no answer' }
  })
