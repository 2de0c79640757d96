import { evolve, type IsoDay, type Recorded, replay } from '../src/index.ts'
import { median } from './timing.ts'

const day = (text: string): IsoDay => text as IsoDay

/** A log of so many households of two and so many flats, every second of them let. */
export const logOf = (n: number): ReadonlyArray<Recorded> => {
  const events: Array<Recorded> = []
  const say = (type: Recorded['type'], data: object): void => {
    const version = events.length + 1
    const envelope = {
      stream: 'bench',
      version,
      recordedAt: '2016-01-01T00:00:00.000Z',
      schema: 1,
      commandId: `c${version}`,
    }
    events.push({ type, data, envelope } as unknown as Recorded)
  }
  const born = (id: string, on: string) => ({ id, age: { known: 'birth', born: day(on) } })
  for (let k = 0; k < n; k++) {
    const members = [born(`P${k}a`, '1990-01-01'), born(`P${k}b`, '1992-01-01')]
    say('HouseholdAssigned', {
      on: day('2016-01-01'),
      regime: 'AsylbLG',
      household: { id: `H${k}`, members },
    })
    const flat = { id: `F${k}`, district: 'Mitte', area: 50, rooms: 2, rent: { cold: 40_000 } }
    say('FlatListed', { on: day('2016-01-01'), flat })
    if (k % 2 === 0)
      say('TenancyStarted', {
        on: day('2016-02-01'),
        tenancyId: `T${k}`,
        householdId: `H${k}`,
        flatId: `F${k}`,
      })
    if (k % 4 === 0) say('RegimeChanged', { on: day('2016-09-01'), householdId: `H${k}`, regime: 'SGB II' })
    if (k % 4 === 0) say('TenancyEnded', { on: day('2017-01-01'), tenancyId: `T${k}`, reason: 'notice' })
  }
  return events
}

const seconds = (work: () => void): number => {
  const from = performance.now()
  work()
  return (performance.now() - from) / 1000
}

/** One step of the registry, and the replay of its whole log, at 1,000 to 100,000 households and as many flats. */
export const benchRegistry = (): void => {
  console.log('registry                      events     replay/s   one evolve, median ms')
  for (const n of [1_000, 10_000, 100_000]) {
    const events = logOf(n)
    // as many events at every size, for a short log alone would time the compiler
    const runs = Math.max(7, Math.ceil(600_000 / events.length))
    const replays = Array.from({ length: runs }, () => seconds(() => replay(events)))
    let registry = replay(events)
    const last = registry.version
    const steps = Array.from({ length: 400 }, (_, k) => {
      const householdId = `H${(k * 7919) % n}`
      const data = { on: day('2017-06-01'), householdId, regime: 'none' }
      const envelope = {
        stream: 'bench',
        version: last + k,
        recordedAt: '2017-06-01T00:00:00.000Z',
        schema: 1,
        commandId: `s${k}`,
      }
      const event = { type: 'RegimeChanged', data, envelope } as unknown as Recorded
      return seconds(() => {
        registry = evolve(registry, event)
      })
    })
    const rate = events.length / median(replays)
    console.log(
      `${String(n).padEnd(8)} households and flats${String(events.length).padStart(8)}${rate.toFixed(0).padStart(13)}${(median(steps) * 1000).toFixed(3).padStart(12)}`,
    )
  }
}
