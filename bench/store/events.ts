import type { MunicipalityId } from '../../src/index.ts'
import type { NewEvent } from '../../src/store/index.ts'

/** Events as a town writes them: households of two, flats, tenancies; each of a command of its own. */
export const eventsFrom = (first: number, count: number): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, (_, k) => eventAt(first + k))

const eventAt = (n: number): NewEvent => {
  const on = '2016-01-01'
  const k = Math.floor(n / 3)
  const born = (id: string) => ({ id, age: { known: 'birth', born: '1990-01-01' }, sex: 'female' })
  const household = { id: `H${k}`, members: [born(`P${k}a`), born(`P${k}b`)] }
  const flat = { id: `F${k}`, district: 'Mitte', area: 50, rooms: 2, rent: { cold: 40_000 } }
  const facts = [
    { type: 'HouseholdAssigned', data: { on, regime: 'AsylbLG', household } },
    { type: 'FlatListed', data: { on, flat } },
    { type: 'TenancyStarted', data: { on, tenancyId: `T${k}`, householdId: `H${k}`, flatId: `F${k}` } },
  ] as const
  return { ...facts[n % 3], envelope: { commandId: `c${n}`, actor: 'bench' } } as unknown as NewEvent
}

let streams = 0

/** A stream that nothing was written to. */
export const newStream = (): MunicipalityId => `bench ${process.pid} ${++streams}` as MunicipalityId
