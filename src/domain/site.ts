import type { Blocked } from './blocked.ts'
import type { SiteId } from './id.ts'

/**
 * A collective accommodation (Gemeinschaftsunterkunft) with places for persons; `reception` is one run by the state
 * (Aufnahmeeinrichtung). The kinds are those of the asylum benefit statistics of IT.NRW. `blocked` says how many of
 * its places cannot be used while the site is so.
 *
 * @category model
 */
export interface Site {
  readonly id: SiteId
  readonly kind: 'municipal' | 'reception'
  readonly places: number
  readonly name?: string
  readonly district?: string
  readonly blocked?: Blocked
}

/**
 * How many persons may live in a site: its places without those that are blocked.
 *
 * @example
 * ```ts
 * import { type Site, type SiteId, usablePlaces } from 'einzug'
 * const site: Site = { id: 'S1' as SiteId, kind: 'municipal', places: 40 }
 * usablePlaces(site) // => 40
 * usablePlaces({ ...site, blocked: { count: 6, reason: 'infection' } }) // => 34
 * ```
 * @category accessors
 */
export const usablePlaces = ({ places, blocked }: Site): number => Math.max(0, places - (blocked?.count ?? 0))
