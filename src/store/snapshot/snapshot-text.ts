import {
  documentForm,
  documentOf,
  type RegistryDocument,
  registryFrom,
} from '../../decider/registry-document.ts'
import { digestOf } from '../../domain/digest.ts'
import type { HouseholdId, MunicipalityId } from '../../domain/id.ts'
import type { Cover } from './cover.ts'
import type { Snapshot } from './snapshots.ts'

/** What stands before the registry, in the clear. */
interface Header {
  readonly form: number
  readonly stream: MunicipalityId
  readonly version: number
  readonly hash: string | undefined
  /** Whose keys open what follows. */
  readonly under: ReadonlyArray<HouseholdId>
}

/** A text in two, at the first end of a line. */
const split = (text: string): readonly [line: string, rest: string] => {
  const end = text.indexOf('\n')
  return [text.slice(0, end), text.slice(end + 1)]
}

/**
 * A snapshot as a text: a line with the digest of the rest, a line of JSON that says whose it is, and the registry as
 * JSON under its cover. None if the cover does not let it be kept.
 */
export const textOf = async (
  cover: Cover,
  stream: MunicipalityId,
  { version, hash, registry }: Snapshot,
): Promise<string | undefined> => {
  const document = documentOf(registry)
  const covered = await cover.put(stream, document, JSON.stringify(document))
  if (covered === undefined) return undefined
  const header: Header = { form: documentForm, stream, version, hash, under: covered.under }
  const rest = `${JSON.stringify(header)}\n${covered.body}`
  return `${digestOf(rest)}\n${rest}`
}

/** The snapshot of such a text; none if it is of another stream or form, damaged, or nobody can open it any more. */
export const snapshotOf = async (
  cover: Cover,
  stream: MunicipalityId,
  text: string,
): Promise<Snapshot | undefined> => {
  const [digest, rest] = split(text)
  if (digestOf(rest) !== digest) return undefined
  const [line, body] = split(rest)
  const { form, stream: of, version, hash, under } = JSON.parse(line) as Header
  if (form !== documentForm || of !== stream) return undefined
  const document = await cover.take(stream, { under, body })
  if (document === undefined) return undefined
  const registry = registryFrom(JSON.parse(document) as RegistryDocument)
  return { version, hash, registry }
}
