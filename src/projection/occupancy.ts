import type { Day } from '../domain/day.ts'
import type { Interval } from '../domain/interval.ts'
import { overlap } from '../domain/interval.ts'
import type { Table } from '../table/index.ts'
import { get, rows } from '../table/index.ts'
import type { Habitation, HouseholdHistory, PlaceHistory } from './history.ts'
import { piecesOf } from './nights.ts'

/** What is taken and what there is to take. */
export type Taken = readonly [taken: number, there: number]

interface Resident extends Interval {
  readonly household: HouseholdHistory | undefined
}

/** The residents of each place in a period. */
const residentsOf = <Place>(
  period: Interval,
  places: Table<Place>,
  habitations: Table<Habitation>,
  households: Table<HouseholdHistory>,
): ReadonlyMap<Place | undefined, ReadonlyArray<Resident>> => {
  const residents = new Map<Place | undefined, Array<Resident>>()
  for (const { household, place, from, until } of rows(habitations)) {
    if (!overlap({ from, until }, period)) continue
    const at = get(places, place)
    const resident = { household: get(households, household), from, until }
    const known = residents.get(at)
    if (known === undefined) residents.set(at, [resident])
    else known.push(resident)
  }
  return residents
}

/** Every day on which a place may begin to look different. */
function* changesOf(place: PlaceHistory<unknown>, residents: ReadonlyArray<Resident>): Generator<Day, void> {
  for (const { on } of place.offered) yield on
  for (const { on } of place.versions) yield on
  for (const { from, until, household } of residents) {
    yield from
    yield until
    if (household !== undefined) for (const { on } of household.versions) yield on
  }
}

/**
 * Adds up over all places and nights of a period what `look` finds on a night in a place with its households.
 * O(changes · (log changes + residents at once)) for each place, however many nights there are.
 */
export const takenOver = <Place>(
  period: Interval,
  places: Table<PlaceHistory<Place>>,
  habitations: Table<Habitation>,
  households: Table<HouseholdHistory>,
  look: (
    place: PlaceHistory<Place>,
    residents: ReadonlyArray<HouseholdHistory | undefined>,
    night: Day,
  ) => Taken,
): Taken => {
  const residentsAt = residentsOf(period, places, habitations, households)
  let [taken, there] = [0, 0]
  for (const place of rows(places)) {
    const residents = [...(residentsAt.get(place) ?? [])].sort((a, b) => a.from - b.from)
    let [here, next]: [Array<Resident>, number] = [[], 0]
    for (const { from, until } of piecesOf(period, changesOf(place, residents))) {
      here = here.filter(resident => resident.until > from)
      for (let resident = residents[next]; resident && resident.from <= from; resident = residents[++next])
        if (resident.until > from) here.push(resident)
      const found = look(
        place,
        here.map(({ household }) => household),
        from,
      )
      taken += found[0] * (until - from)
      there += found[1] * (until - from)
    }
  }
  return [taken, there]
}
