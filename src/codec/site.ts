import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import { Blocked, blockedWithin } from './blocked.ts'
import { SiteId } from './id.ts'
import { Text, whole, words } from './scalar.ts'
import { object, refine } from './structure.ts'

/** @category words */
export type Site = domain.Site

/**
 * A collective accommodation with 0 to 100,000 places, no more of them blocked than there are.
 *
 * @category words
 */
export const Site: t.Type<domain.Site> = /* @__PURE__ */ refine(
  /* @__PURE__ */ object<domain.Site>(
    'a site',
    {
      id: SiteId,
      kind: /* @__PURE__ */ words<domain.Site['kind']>({ municipal: true, reception: true }),
      places: /* @__PURE__ */ whole('a whole number', 0, 100_000),
    },
    { name: Text, district: Text, blocked: Blocked },
  ),
  ({ blocked, places }) => blockedWithin(blocked, places),
)
