import type { EventStore } from 'einzug/store'
import { storeLaws, storeOrderLaws } from 'einzug/testing'
import fc from 'fast-check'
import { describe, test } from 'vitest'

/** Runs all laws of an event store; `store` is asked for when the tests run. */
export const runLaws = (name: string, store: () => EventStore, numRuns: number, ordered = true): void => {
  describe(`the laws of a store hold: ${name}`, () => {
    const late = new Proxy({} as EventStore, { get: (_, key) => Reflect.get(store(), key) as unknown })
    const laws = { ...storeLaws(late), ...(ordered ? storeOrderLaws(late) : {}) }
    for (const [law, property] of Object.entries(laws))
      test(law, async () => {
        await fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns })
      })
  })
}
