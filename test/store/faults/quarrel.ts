import type { Command, MunicipalityId, Recorded } from 'einzug'
import { dayOf, isoOf } from 'einzug'
import { audit, type EventStore, municipality, type TellFailure } from 'einzug/store'
import { either as E } from 'fp-ts'

const stream = 'town' as MunicipalityId
const begin = dayOf('2016-01-01' as never)

/** A sequence of whole numbers below a bound, the same for the same seed (a linear congruential generator). */
export const numbers = (seed: number) => {
  let state = seed
  return (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** What came of a quarrel. */
export interface Quarrel {
  readonly events: ReadonlyArray<Recorded>
  readonly accepted: ReadonlyArray<string>
  readonly refused: number
  readonly failed: ReadonlyArray<TellFailure>
}

/** A town with so many flats and twice as many households. */
export const settle = async (store: EventStore, flats: number): Promise<void> => {
  const on = '2016-01-01'
  const commands = Array.from({ length: flats }, (_, k) => [
    {
      id: `list ${k}`,
      type: 'ListFlat',
      data: { on, flat: { id: `F${k}`, district: 'Mitte', area: 50, rooms: 2, rent: { cold: 40_000 } } },
    },
    ...[2 * k, 2 * k + 1].map(h => ({
      id: `assign ${h}`,
      type: 'AssignHousehold',
      data: {
        on,
        regime: 'AsylbLG',
        household: { id: `H${h}`, members: [{ id: `P${h}`, age: { known: 'group', group: 'adult' } }] },
      },
    })),
  ]).flat() as unknown as ReadonlyArray<Command>
  const told = await municipality(store, stream).tell(commands)()
  if (E.isLeft(told)) throw new Error(JSON.stringify(told.left))
}

/** Writers, each with a store of its own, tell so many commands at once: households into flats, for a week or so. */
export const quarrel = async (
  stores: ReadonlyArray<EventStore>,
  flats: number,
  commands: number,
): Promise<Quarrel> => {
  const accepted: Array<string> = []
  const failed: Array<TellFailure> = []
  let refused = 0
  let next = 0
  const write = async (store: EventStore): Promise<void> => {
    const desk = municipality(store, stream, { retries: { attempts: 200, cap: 100 } })
    while (next < commands) {
      const k = next++
      const random = numbers(k)
      const from = begin + random(60)
      const data = {
        on: isoOf(from),
        until: isoOf(from + 1 + random(14)),
        tenancyId: `T${k}`,
        householdId: `H${random(2 * flats)}`,
        flatId: `F${random(flats)}`,
      }
      const outcome = await desk.tell([
        { id: `move ${k}`, type: 'StartTenancy', data } as unknown as Command,
      ])()
      if (E.isRight(outcome)) accepted.push(`move ${k}`)
      else if (outcome.left._tag === 'Refused') refused += 1
      else failed.push(outcome.left)
    }
  }
  await Promise.all(stores.map(write))
  // the store may be down just now
  for (let tries = 0; tries < 200; tries++) {
    const read = await (stores[0] as EventStore).read(stream)()
    const checked = await audit(stores[0] as EventStore, stream)()
    if (E.isRight(read) && E.isRight(checked)) return { events: read.right, accepted, refused, failed }
    if (E.isLeft(checked) && checked.left._tag === 'BrokenLink') break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('the log cannot be read, or its chain is broken')
}

/** The first pair of tenancies that share a flat or a household on some night: found by looking at every pair. */
export const sharedNight = (events: ReadonlyArray<Recorded>): string | undefined => {
  const ends = new Map<string, string>()
  for (const { type, data } of events) if (type === 'TenancyEnded') ends.set(data.tenancyId, data.on)
  const tenancies = events.flatMap(({ type, data }) => (type === 'TenancyStarted' ? [data] : []))
  for (const [at, a] of tenancies.entries())
    for (const b of tenancies.slice(at + 1)) {
      const apart = (ends.get(a.tenancyId) ?? '9') <= b.on || (ends.get(b.tenancyId) ?? '9') <= a.on
      if (!apart && (a.flatId === b.flatId || a.householdId === b.householdId))
        return `${a.tenancyId} and ${b.tenancyId}`
    }
  return undefined
}
