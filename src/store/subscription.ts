import * as E from 'fp-ts/Either'
import type { Backend } from './backend.ts'
import type { EventStore } from './event-store.ts'

/** How many events are fetched at a time. */
const limit = 500

/** Reads on from a position for ever, and waits where there is nothing yet. */
export const subscription = (
  readAll: EventStore['readAll'],
  news: Backend['news'],
): EventStore['subscribe'] =>
  async function* ({ after = 0, signal } = {}) {
    let position = after
    while (signal?.aborted !== true) {
      // asked for before reading: what comes while reading is not missed
      const something = news(signal)
      const page = await readAll({ after: position, limit })()
      if (E.isLeft(page)) {
        yield page
        if (page.left._tag === 'Corrupt') return
      } else {
        for (const event of page.right) {
          if (aborted(signal)) return
          position = event.envelope.position ?? position
          yield E.right(event)
        }
        if (page.right.length === limit) continue
      }
      await something
    }
  }

const aborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true
