import { type Day, isoOf } from '../domain/day.ts'
import { units } from '../domain/flat.ts'
import type { PlacementId } from '../domain/id.ts'
import { covers, type Interval } from '../domain/interval.ts'
import { nextAfter, valueOn } from '../table/history.ts'
import { unitsOn } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { FlatRecord } from './registry.ts'
import type { Residence } from './residence.ts'

/** Law 3: nobody moves into a flat that is not listed on the day. */
export const listedOn = ({ id, listed }: FlatRecord, day: Day): Refusal | undefined =>
  valueOn(listed, day) === true ? undefined : { _tag: 'FlatNotListed', flatId: id, on: isoOf(day) }

/** Law 3, told late: no tenancy may have started while the flat will not have been listed. */
export const nobodyMovedIn = ({ id, listed, tenancies }: FlatRecord, from: Day): Refusal | undefined => {
  const unlisted = { from, until: nextAfter(listed, from) }
  const moved = tenancies.find(tenancy => covers(unlisted, tenancy.from))
  return moved && { _tag: 'TenancyStartsThen', flatId: id, tenancyId: moved.id, from: isoOf(moved.from) }
}

/** The flat without a residence, and without what a placement keeps. */
export const without = (flat: FlatRecord, id?: Residence['id'], placementId?: PlacementId): FlatRecord => ({
  ...flat,
  tenancies: flat.tenancies.filter(each => each.id !== id),
  promised: flat.promised.filter(each => each.placementId !== placementId),
})

/**
 * Law 2: no more households in a flat than usable units, on any night of the interval, those that were promised one
 * included. `extra` households move in beside those that the flat knows.
 */
export const flatHasRoom = (flat: FlatRecord, nights: Interval, extra: 0 | 1): Refusal | undefined => {
  for (const night of nightsOfChange(flat, nights)) {
    const usable = unitsOn(flat, night)
    const there = flat.tenancies.filter(tenancy => covers(tenancy, night))
    const promised = flat.promised.filter(({ from }) => from <= night)
    if (there.length + promised.length + extra <= usable) continue
    if (there.length + extra <= usable)
      return {
        _tag: 'FlatPromised',
        flatId: flat.id,
        units: usable,
        placements: promised.map(p => p.placementId),
      }
    const version = valueOn(flat.versions, night)
    const on = isoOf(night)
    return version?.blocked !== undefined && there.length + extra <= units(version)
      ? { _tag: 'FlatBlocked', flatId: flat.id, on, blocked: version.blocked }
      : { _tag: 'FlatTaken', flatId: flat.id, on, units: usable, tenancies: there.map(({ id }) => id) }
  }
  return undefined
}

/** The first night of an interval, and every later one of it on which more may live there or fewer may. */
const nightsOfChange = (
  { tenancies, promised, versions }: FlatRecord,
  nights: Interval,
): ReadonlyArray<Day> =>
  [
    nights.from,
    ...[...tenancies, ...promised].map(({ from }) => from).filter(night => covers(nights, night)),
    ...versions.map(({ on }) => on).filter(night => covers(nights, night)),
  ].sort((a, b) => a - b)
