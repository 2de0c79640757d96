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
  ({ ranking, ...document }: Pick<Policy, 'name' | 'procedure' | 'ranking'>) =>
  ({ version, rules, preferences, seed }: PolicyFrame): Policy => ({
    ...document,
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
export const mostPersons: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named({
  name: 'most persons',
  ranking: [{ by: 'persons', first: 'most' }, { by: 'waitingSince' }],
})

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
export const needsFirst: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named({
  name: 'needs first',
  ranking: [{ by: 'tier' }, { by: 'waitingSince' }],
})

/**
 * The waiting list of many town halls, and the baseline that others are measured against: who has waited longest takes
 * the free flat that fits best, then the next, and nobody is ever moved. Without its `procedure` it is the same order,
 * but earlier households may be moved so that later ones find a home.
 *
 * @example
 * ```ts
 * import { firstComeFirstServed } from 'einzug'
 * const policy = firstComeFirstServed({ version: '1', rules: [], preferences: [], seed: 7 })
 * policy.procedure // => 'in turn'
 * policy.ranking.map(({ by }) => by) // => ['waitingSince', 'lottery']
 * ```
 * @category policies
 */
export const firstComeFirstServed: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named({
  name: 'first come, first served',
  procedure: 'in turn',
  ranking: [{ by: 'waitingSince' }],
})

/**
 * By draw alone.
 *
 * @example
 * ```ts
 * import { lottery } from 'einzug'
 * lottery({ version: '1', rules: [], preferences: [], seed: 7 }).ranking // => [{ by: 'lottery', seed: 7 }]
 * ```
 * @category policies
 */
export const lottery: (frame: PolicyFrame) => Policy = /* @__PURE__ */ named({
  name: 'lottery',
  ranking: [],
})
