import type { FlatId, HouseholdId, PlacementId, SiteId, StayId, TenancyId } from '../domain/id.ts'
import type { Interval } from '../domain/interval.ts'
import type { Override } from '../event/event.ts'
import { inserted, withOther, withoutOne } from '../table/sorted.ts'

/**
 * A household lives in a flat on `[from, until)`. An annulled tenancy never was: it takes no night, but its id
 * is still known. `override` is the rule that was set aside for it.
 *
 * @category registry
 */
export interface Tenancy extends Interval {
  readonly kind: 'tenancy'
  readonly id: TenancyId
  readonly householdId: HouseholdId
  readonly placeId: FlatId
  readonly placementId: PlacementId | null
  readonly override: Override | null
  readonly annulled: boolean
}

/**
 * A household lives in a site on `[from, until)`; annulled as a {@link Tenancy}. `overflow` says why the site may
 * hold more than its places.
 *
 * @category registry
 */
export interface Stay extends Interval {
  readonly kind: 'stay'
  readonly id: StayId
  readonly householdId: HouseholdId
  readonly placeId: SiteId
  readonly overflow: string | null
  readonly annulled: boolean
}

/**
 * A tenancy or a stay.
 *
 * @category registry
 */
export type Residence = Tenancy | Stay

/** By first night, then by id, so that the order of recording leaves no trace. */
const isAfter = (a: Residence, b: Residence): boolean => (a.from === b.from ? a.id > b.id : a.from > b.from)

/** Of a list that the caller alone owns, those that were not annulled, by day: what {@link exchanged} makes one by one. */
export const listed = <R extends Residence>(all: Array<R>): ReadonlyArray<R> => {
  const stand = all.some(({ annulled }) => annulled) ? all.filter(({ annulled }) => !annulled) : all
  const isInOrder = stand.every((each, k) => k === 0 || !isAfter(stand[k - 1] as R, each))
  return isInOrder ? stand : stand.sort((a, b) => (isAfter(a, b) ? 1 : -1))
}

/**
 * A list by day that says of a residence what is known now, in place of what was known before, if anything was. One that
 * is elsewhere now, or annulled, has no place in it; one that was revised where it stands, has its place already.
 */
export const exchanged = <R extends Residence>(
  list: ReadonlyArray<R>,
  before: R | undefined,
  now: R | undefined,
): ReadonlyArray<R> => {
  const at = before === undefined ? -1 : list.indexOf(before)
  const stands = now !== undefined && !now.annulled
  if (at >= 0 && stands && now.from === before?.from) return now === before ? list : withOther(list, at, now)
  const others = withoutOne(list, at)
  return stands ? inserted(others, now, isAfter) : others
}
