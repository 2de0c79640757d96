import { refusalSentence } from '../decider/refusal-sentence.ts'
import type { BrokenLink } from './audit.ts'
import type { TellFailure } from './municipality.ts'

/**
 * A failure as an English sentence. It names streams, versions and ids, and nobody.
 *
 * @example
 * ```ts
 * import type { MunicipalityId } from 'einzug'
 * import { failureSentence } from 'einzug/store'
 * const conflict = { _tag: 'Conflict', stream: 'town' as MunicipalityId, expected: 4, actual: 6 } as const
 * failureSentence(conflict) // => 'Stream town is at version 6, not 4.'
 * ```
 * @category failures
 */
export const failureSentence = (failure: TellFailure | BrokenLink): string => {
  switch (failure._tag) {
    case 'Refused':
      return refusalSentence(failure.refusal)
    case 'NotAllowed':
      return `The actor may not do this (${failure.action}).`
    case 'Conflict':
      return `Stream ${failure.stream} is at version ${failure.actual}, not ${failure.expected}.`
    case 'DuplicateCommand':
      return `Command ${failure.commandId} was handled before.`
    case 'Unavailable':
      return `The store is not available (${failure.why}).`
    case 'Corrupt':
      return `Stream ${failure.stream}, version ${failure.version}: ${failure.why}.`
    case 'Invalid':
      return `Not an event: ${failure.issues.map(({ path, expected }) => `${path.join('.')}: expected ${expected}`).join('; ')}.`
    case 'BrokenLink':
      return `Stream ${failure.stream} is not what was written, from version ${failure.version} on (${failure.why}).`
  }
}
