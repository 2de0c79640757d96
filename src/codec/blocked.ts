import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import type { Issue } from './issue.ts'
import { whole, words } from './scalar.ts'
import { object } from './structure.ts'

/** @category words */
export type Blocked = domain.Blocked

/**
 * 1 to 100,000 units or places that nobody can live in, and why.
 *
 * @category words
 */
export const Blocked: t.Type<domain.Blocked> = /* @__PURE__ */ object<domain.Blocked>('what is blocked', {
  count: /* @__PURE__ */ whole('a whole number', 1, 100_000),
  reason: /* @__PURE__ */ words<domain.BlockReason>({
    'major works': true,
    repairs: true,
    infection: true,
    other: true,
  }),
})

/** No more is blocked than there is. */
export const blockedWithin = (blocked: domain.Blocked | undefined, there: number): ReadonlyArray<Issue> =>
  blocked !== undefined && blocked.count > there
    ? [{ path: ['blocked', 'count'], expected: `no more than ${there}`, found: blocked.count }]
    : []
