import type { Flat } from '../domain/flat.ts'
import type { Interval } from '../domain/interval.ts'
import { covers } from '../domain/interval.ts'
import { valueOn } from '../table/history.ts'
import { get, rows } from '../table/index.ts'
import type { Census } from './census.ts'
import type { Period, Ratio } from './figure.ts'
import { nightsOf } from './figure.ts'
import type { Habitation, PlaceHistory } from './history.ts'
import { isOffered } from './history.ts'
import { piecesOf } from './nights.ts'

/**
 * Why a letting is none that re-let time speaks of.
 *
 * @category model
 */
export type NoRelet = 'first let' | 'exchange' | 'major works'

/**
 * Days from the end of one tenancy to the start of the next, and in how many re-lets; the lettings of the period, and
 * those of them that do not count, by reason.
 *
 * @category figures
 */
export type ReletTime = Ratio & {
  readonly lettings: number
  readonly excluded: Readonly<Record<NoRelet, number>>
}

/** The tenancies with nights, flat by flat. */
const byFlat = ({ tenancies }: Census): ReadonlyMap<string, ReadonlyArray<Habitation>> => {
  const all = new Map<string, Array<Habitation>>()
  for (const tenancy of rows(tenancies)) {
    if (tenancy.from >= tenancy.until) continue
    const known = all.get(tenancy.place)
    if (known === undefined) all.set(tenancy.place, [tenancy])
    else known.push(tenancy)
  }
  return all
}

const isExchange = ({ endedBy }: Habitation): boolean => endedBy === 'exchange'

/** What a letting is that follows a tenancy in the same flat after a gap, which may have no nights. */
const kindOf = (
  flat: PlaceHistory<Flat> | undefined,
  before: Habitation,
  gap: Interval,
): NoRelet | 're-let' => {
  if (flat === undefined) return 'first let'
  const nights = piecesOf(
    gap,
    [...flat.offered, ...flat.versions].map(({ on }) => on),
  ).map(({ from }) => from)
  if (!nights.every(night => isOffered(flat, night))) return 'first let'
  if (isExchange(before)) return 'exchange'
  const works = nights.some(night => valueOn(flat.versions, night)?.blocked?.reason === 'major works')
  return works ? 'major works' : 're-let'
}

/**
 * How long flats take to be let again, in days from the end of one tenancy to the start of the next: one that ends on
 * a Sunday (its last night) and is let on Monday took 0 days. All days count in the period of the letting, whenever
 * they were. Apart stand first lets (the first tenancy since the flat was listed, or listed again), exchanges (the
 * tenancy before ended by `exchange`) and re-lets after major works (a night of the gap was blocked by them). Of a
 * flat let by rooms, the room that has been free the longest is taken to be let first; the sum does not depend on it.
 *
 * Follows the indicator of English housing associations (Acuity, Average re-let time in calendar days, GNPI 36, as
 * published at arap.co.uk, read in November 2026), less what the log does not know: successions, and homes kept for
 * moves within works.
 *
 * O(n log n), n = tenancies.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fold, reletTime } from 'einzug'
 * import type { FlatId, HouseholdId, HousingEvent, IsoDay, TenancyId } from 'einzug'
 * const flat = { id: 'F1' as FlatId, district: 'Mitte', area: 74, rooms: 3, rent: { cold: 48_000 } }
 * const started = (on: string, tenancy: string, household: string): HousingEvent => {
 *   const ids = { tenancyId: tenancy as TenancyId, householdId: household as HouseholdId, flatId: flat.id }
 *   return { type: 'TenancyStarted', data: { on: on as IsoDay, ...ids } }
 * }
 * const log: ReadonlyArray<HousingEvent> = [
 *   { type: 'FlatListed', data: { on: '2016-01-01' as IsoDay, flat } },
 *   started('2016-01-20', 'T1', 'H1'),
 *   { type: 'TenancyEnded', data: { on: '2016-12-19' as IsoDay, tenancyId: 'T1' as TenancyId, reason: 'notice' } },
 *   started('2017-01-02', 'T2', 'H2'),
 * ]
 * const year = { from: '2017-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
 * const { numerator, denominator, excluded } = pipe(log, fold(census), reletTime(year))
 * numerator / denominator // => 14
 * excluded // => { 'first let': 0, exchange: 0, 'major works': 0 }
 * ```
 * @category figures
 */
export const reletTime =
  (period: Period) =>
  (census: Census): ReletTime => {
    const within = nightsOf(period)
    const counts = { 'first let': 0, exchange: 0, 'major works': 0, 're-let': 0 }
    let days = 0
    for (const [place, tenancies] of byFlat(census)) {
      const flat = get(census.flats, place)
      // of those that end on one day exchanges come first: the result does not depend on the order of the rows
      const ended = [...tenancies].sort(
        (a, b) => a.until - b.until || Number(isExchange(b)) - Number(isExchange(a)),
      )
      let freed = 0
      for (const { from } of [...tenancies].sort((a, b) => a.from - b.from)) {
        const before = ended[freed]
        const follows = before !== undefined && before.until <= from
        if (follows) freed++
        if (!covers(within, from)) continue
        const kind = follows ? kindOf(flat, before, { from: before.until, until: from }) : 'first let'
        counts[kind]++
        if (kind === 're-let') days += from - (before as Habitation).until
      }
    }
    const { 're-let': relets, ...excluded } = counts
    const lettings = relets + excluded['first let'] + excluded.exchange + excluded['major works']
    return {
      figure: 're-let time',
      unit: 'days',
      basis:
        'Days from the end of one tenancy to the start of the next in the same flat, of the tenancies that started in the period; without first lets since the flat was listed, exchanges, and re-lets after major works.',
      period,
      numerator: days,
      of: 're-lets',
      denominator: relets,
      lettings,
      excluded,
    }
  }
