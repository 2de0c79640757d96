import type { SiteId } from './id.ts'

/**
 * A collective accommodation (Gemeinschaftsunterkunft) with places for persons; `reception` is one run by the
 * state (Aufnahmeeinrichtung). The kinds are those of the asylum benefit statistics of IT.NRW.
 *
 * @category model
 */
export interface Site {
  readonly id: SiteId
  readonly kind: 'municipal' | 'reception'
  readonly places: number
  readonly name?: string
  readonly district?: string
}
