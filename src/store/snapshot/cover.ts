import type { RegistryDocument } from '../../decider/registry-document.ts'
import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'

/** A text as it is kept, and of which households there are keys that it takes to read it. */
export interface Covered {
  readonly under: ReadonlyArray<HouseholdId>
  readonly body: string
}

/** What keeps the text of a snapshot from those who must not read it. */
export interface Cover {
  /** Covers the text of a document; none if it must not be kept. */
  readonly put: (
    stream: MunicipalityId,
    document: RegistryDocument,
    text: string,
  ) => Promise<Covered | undefined>
  /** The text again; none if there is a key no more. */
  readonly take: (stream: MunicipalityId, covered: Covered) => Promise<string | undefined>
}

/** No cover. */
export const inTheClear: Cover = {
  put: (_stream, _document, text) => Promise.resolve({ under: [], body: text }),
  take: (_stream, { body }) => Promise.resolve(body),
}
