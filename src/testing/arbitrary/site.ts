import * as fc from 'fast-check'
import type { SiteId } from '../../domain/id.ts'
import type { Site } from '../../domain/site.ts'
import { sometimesBlocked } from './blocked.ts'
import { id as anyId } from './id.ts'
import { plain } from './plain.ts'
import { someDistricts, text } from './text.ts'

/**
 * What {@link site} may be told.
 *
 * @category constraints
 */
export interface SiteConstraints {
  /** Where the id comes from. Default: `id({ prefix: 'S' })`. */
  readonly id?: fc.Arbitrary<SiteId>
  /** The greatest number of places. Default: 500. */
  readonly maxPlaces?: number
  /** The districts it may lie in. Default: five of an invented town. */
  readonly districts?: ReadonlyArray<string>
  /** Whether some of its places may be blocked. Default: no. */
  readonly mayBeBlocked?: boolean
}

/**
 * Collective accommodations, municipal or of the state, with 1 to 500 places.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { site } from 'einzug/testing'
 * fc.sample(site({ maxPlaces: 60 }), 50).every(({ places }) => places >= 1 && places <= 60) // => true
 * ```
 * @category words
 */
export const site = ({
  id = anyId<SiteId>({ prefix: 'S' }),
  maxPlaces = 500,
  districts = someDistricts,
  mayBeBlocked = false,
}: SiteConstraints = {}): fc.Arbitrary<Site> =>
  sometimesBlocked(
    plain(
      {
        id,
        kind: fc.constantFrom<Site['kind']>('municipal', 'reception'),
        places: fc.integer({ min: 1, max: maxPlaces }),
        name: text('Am Bahnhof', 'Alte Schule', 'Haus Visbeck'),
        district: fc.constantFrom(...districts),
      },
      ['id', 'kind', 'places'],
    ),
    ({ places }) => places,
    mayBeBlocked,
  )
