import type { Policy } from './policy.ts'

/**
 * What the named policies have in common: the version, the seed of the lottery that settles ties, and the town's rules
 * and preferences.
 *
 * @category model
 */
export interface PolicyFrame extends Pick<Policy, 'version' | 'rules' | 'preferences'> {
  readonly seed: number
}

const named =
  (name: string, ...ranking: Policy['ranking']) =>
  ({ version, rules, preferences, seed }: PolicyFrame): Policy => ({
    name,
    version,
    rules,
    ranking: [...ranking, { by: 'lottery', seed }],
    preferences,
  })

/**
 * Larger households first, then who has waited longest: of all policies it houses the most persons.
 *
 * @example
 * ```ts
 * import { mostPersons } from 'einzug'
 * mostPersons({ version: '1', rules: [], preferences: [], seed: 7 }).ranking.map(({ by }) => by) // => ['persons', 'waitingSince', 'lottery']
 * ```
 * @category policies
 */
export const mostPersons: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named(
  'most persons',
  { by: 'persons', first: 'most' },
  { by: 'waitingSince' },
)

/**
 * The most urgent tier of need first, then who has waited longest.
 *
 * @example
 * ```ts
 * import { needsFirst } from 'einzug'
 * needsFirst({ version: '1', rules: [], preferences: [], seed: 7 }).ranking.map(({ by }) => by) // => ['tier', 'waitingSince', 'lottery']
 * ```
 * @category policies
 */
export const needsFirst: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named(
  'needs first',
  { by: 'tier' },
  { by: 'waitingSince' },
)

/**
 * Who has waited longest first. Allocated with `allocateInTurn`, it is the waiting list of many town halls (first come,
 * first served); with `allocate`, the same order, but earlier households may be moved so that later ones find a home.
 *
 * @example
 * ```ts
 * import { firstComeFirst } from 'einzug'
 * firstComeFirst({ version: '1', rules: [], preferences: [], seed: 7 }).ranking.map(({ by }) => by) // => ['waitingSince', 'lottery']
 * ```
 * @category policies
 */
export const firstComeFirst: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named('first come, first', {
  by: 'waitingSince',
})

/**
 * By draw alone.
 *
 * @example
 * ```ts
 * import { byLottery } from 'einzug'
 * byLottery({ version: '1', rules: [], preferences: [], seed: 7 }).ranking // => [{ by: 'lottery', seed: 7 }]
 * ```
 * @category policies
 */
export const byLottery: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named('lottery')
