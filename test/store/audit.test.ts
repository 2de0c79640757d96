import type { MunicipalityId, Recorded } from 'einzug'
import { audit, auditDocuments, memoryStore, type NewEvent } from 'einzug/store'
import { event } from 'einzug/testing'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'

const stream = 'town' as MunicipalityId

type Document = Readonly<Record<string, unknown>>

const stored = async (facts: ReadonlyArray<object>): Promise<ReadonlyArray<Document>> => {
  const store = memoryStore({ now: () => 0 })
  const events = facts.map((fact, k) => ({ ...fact, envelope: { commandId: `c${k}`, actor: 'Ahlers' } }))
  for (const [at, each] of events.entries()) await store.append(stream, at, [each as unknown as NewEvent])()
  const documents = await store.stored(stream)()
  return (E.isRight(documents) ? documents.right : []) as ReadonlyArray<Document>
}

const facts = fc.array(event(), { minLength: 2, maxLength: 6 })

const firstBroken = (documents: ReadonlyArray<unknown>): number | undefined => {
  const outcome = auditDocuments(stream, documents)
  return E.isLeft(outcome) ? outcome.left.version : undefined
}

/** What the chain covers: all but the position. */
const covered = (document: Document): unknown => {
  const { position: _, ...envelope } = document['envelope'] as Document
  return { ...document, envelope }
}

describe('an audit', () => {
  test('finds nothing in what a store has written, and gives its head', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async all => {
        const documents = await stored(all)
        expect(auditDocuments(stream, documents)).toEqual(
          E.right({
            stream,
            version: all.length,
            hash: (documents.at(-1) as unknown as Recorded).envelope.hash,
          }),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('finds any byte that was changed, and in which event', async () => {
    await fc.assert(
      fc.asyncProperty(
        facts,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (all, which, where, flip) => {
          const documents = await stored(all)
          const at = which % documents.length
          const bytes = new TextEncoder().encode(JSON.stringify(documents[at]))
          const place = where % bytes.length
          bytes[place] = (bytes[place] as number) ^ flip
          let changed: Document
          try {
            changed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Document
          } catch {
            return // it is no document any more
          }
          const before = JSON.stringify(covered(documents[at] as Document))
          if (typeof changed['envelope'] === 'object' && JSON.stringify(covered(changed)) === before) return
          expect(firstBroken(documents.with(at, changed))).toBe(at + 1)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('finds events that were dropped, swapped or put in', async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.nat(), fc.nat(), async (all, one, other) => {
        const documents = await stored(all)
        const last = documents.length - 1
        const a = one % documents.length
        const b = other % documents.length
        if (a < last) expect(firstBroken(documents.toSpliced(a, 1))).toBe(a + 1)
        expect(firstBroken(documents.toSpliced(a, 0, documents[b] as Document))).toBe(a === b ? a + 2 : a + 1)
        if (a === b) return
        const swapped = documents.with(a, documents[b] as Document).with(b, documents[a] as Document)
        expect(firstBroken(swapped)).toBe(Math.min(a, b) + 1)
        // numbered anew, it is the link that breaks
        const renumbered = swapped.map((document, at) => ({
          ...document,
          envelope: { ...(document['envelope'] as Document), version: at + 1 },
        }))
        expect(firstBroken(renumbered)).toBe(Math.min(a, b) + 1)
      }),
      { numRuns: 60 },
    )
  })

  test('needs a head kept elsewhere against a log cut off or written anew', async () => {
    const store = memoryStore({ now: () => 0 })
    const shut = (id: string, siteId: string) =>
      ({
        type: 'SiteClosed',
        data: { on: '2016-01-04', siteId },
        envelope: { commandId: id },
      }) as unknown as NewEvent
    await store.append(stream, 0, [shut('a', 'S1'), shut('b', 'S2')])()
    const head = await audit(store, stream)()
    const anchors = E.isRight(head) ? [head.right] : []
    await store.append(stream, 2, [shut('c', 'S3')])()
    expect(E.isRight(await audit(store, stream, anchors)())).toBe(true)
    const cut = memoryStore({ now: () => 0 })
    await cut.append(stream, 0, [shut('a', 'S1')])()
    expect(E.isRight(await audit(cut, stream)())).toBe(true)
    expect(await audit(cut, stream, anchors)()).toEqual(
      E.left({ _tag: 'BrokenLink', stream, version: 2, why: 'anchor' }),
    )
    const anew = memoryStore({ now: () => 0 })
    await anew.append(stream, 0, [shut('a', 'S1'), shut('b', 'S9')])()
    expect(await audit(anew, stream, anchors)()).toMatchObject({ left: { version: 2, why: 'anchor' } })
  })
})
