import type { CommandId } from 'einzug'
import { log } from 'einzug/testing'
import fc from 'fast-check'

/** Events of a log, some of them earlier or later than they were recorded, some not or twice, and of a few commands. */
export const anyLog = fc
  .tuple(log({ maxLength: 60 }), fc.infiniteStream(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 12 }))))
  .map(([events, drawn]) => {
    const moved = [...events, ...events].flatMap((event, k) => {
      const [command, by] = drawn.next().value as [number, number]
      return k < events.length || by > 9 ? [{ event, command, at: (k % events.length) + by }] : []
    })
    return moved
      .filter(({ command, at }) => at % 10 !== command)
      .sort((a, b) => a.at - b.at)
      .map(({ event, command }, k) => ({
        ...event,
        envelope: {
          ...event.envelope,
          version: k + 1,
          commandId: `c${command}` as CommandId,
        },
      }))
  })
