import { decodeCommands, decodeEvents, decodePolicy, decodeStored } from 'einzug/codec'
import { type EventStore, memoryStore, type NewEvent } from 'einzug/store'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'

/** `npm run fuzz` tries 100,000 documents; the tests, some. */
const documents = Number(process.env['FUZZ'] ?? 1500)

const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toJSON',
    'type',
    'data',
    'envelope',
    'household',
    'members',
    'id',
  ),
  fc.constantFrom(
    'on',
    'flat',
    'policy',
    'rules',
    'schema',
    'stream',
    'version',
    'commandId',
    'sealed',
    'age',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
)
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    '\ud800',
    '\udc00x',
    '\0',
    '__proto__',
    '2016-02-30',
    '2016-03-01',
    1e308,
    -0,
    5e-324,
  ),
  fc.constantFrom('FlatListed', 'HouseholdAssigned', 'AssignHousehold', 'SGB II', 2 ** 53, -1, 1.5),
  fc.string({ unit: 'binary' }),
  fc.double(),
)
const { json } = fc.letrec<{ json: unknown }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('json')), { maxLength: 6 }).map(entries => Object.fromEntries(entries)),
  ),
}))
/** Something that is nearly an event. */
const nearly = fc.tuple(leaf, json, json).map(([type, data, envelope]) => ({ type, data, envelope }))
const anything = fc.oneof(json, nearly)

const deep = (depth: number): unknown => JSON.parse('{"data":['.repeat(depth) + ']}'.repeat(depth))

const tries = async (store: EventStore, document: unknown): Promise<void> => {
  for (const decode of [decodeStored, decodeEvents, decodeCommands, decodePolicy]) {
    expect(['Left', 'Right']).toContain(decode(document)._tag)
    expect(['Left', 'Right']).toContain(decode([document])._tag)
  }
  const outcome = await store.append('town' as never, 0, [document as NewEvent])()
  if (E.isLeft(outcome)) expect(['Invalid', 'Conflict', 'DuplicateCommand']).toContain(outcome.left._tag)
}

describe('documents from anywhere', () => {
  test('are read or refused by type, and change no prototype', { timeout: 600_000 }, async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const store = memoryStore()
    await fc.assert(
      fc.asyncProperty(anything, async document => {
        await tries(store, document)
        expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined()
      }),
      { numRuns: documents },
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    await tries(
      store,
      JSON.parse('{"type":"FlatListed","__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1}}}'),
    )
    expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined()
  })

  test('may be as deep as JSON.parse allows, and as long', async () => {
    const store = memoryStore()
    for (const depth of [100, 1000, 3000]) await tries(store, deep(depth))
    await tries(store, { type: 'x'.repeat(1_000_000), data: Array.from({ length: 100_000 }, () => ({})) })
  })
})
