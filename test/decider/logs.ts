import type { CommandId, HousingEvent, Recorded } from 'einzug'
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
        envelope: { ...event.envelope, version: k + 1, commandId: `c${command}` as CommandId },
      }))
  })

/** Events as the log keeps them, so many of each command. */
export const told = (all: ReadonlyArray<object>, ofEach = 1): ReadonlyArray<Recorded> =>
  all.map((event, k) => ({
    ...(event as HousingEvent),
    envelope: {
      stream: 'town',
      version: k + 1,
      recordedAt: '2016-01-04T08:00:00.000Z',
      schema: 1,
      commandId: `c${Math.floor(k / ofEach)}`,
    },
  })) as unknown as ReadonlyArray<Recorded>
