import policy from '../examples/policies/nrw-2016-level-2.json' with { type: 'json' }
import type { Flat, IsoDay, Policy, Seeker } from '../src/index.ts'

/** A town of households and flats from simple recurrences: the same every time. */
export const town = (households: number, flats: number) => {
  const seekers = Array.from({ length: households }, (_, k): unknown => {
    const persons = [1, 1, 2, 1, 3, 1, 4, 5, 1, 6][(k * 7) % 10] ?? 1
    const members = Array.from({ length: persons }, (_, m) => ({
      id: `P${k}/${m}`,
      age: { known: 'group', group: 'adult' },
    }))
    return { household: { id: `H${k}`, members }, regime: 'AsylbLG', waitingSince: '2016-01-01' }
  })
  const offers = Array.from({ length: flats }, (_, k): unknown => ({
    id: `F${k}`,
    district: 'D',
    area: 28 + ((k * 37) % 90),
    rooms: 1 + ((k * 5) % 4),
    rent: { cold: 25_000 + ((k * 7919) % 50_000) },
  }))
  return {
    on: '2016-12-31' as IsoDay,
    policy: policy as Policy,
    seekers: seekers as Array<Seeker>,
    flats: offers as Array<Flat>,
  }
}
