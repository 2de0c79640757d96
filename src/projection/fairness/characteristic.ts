import type { Household } from '../../domain/household.ts'

/**
 * What households are told apart by. The head is the member recorded first.
 *
 * @category fairness
 */
export type Characteristic =
  | 'household size'
  | 'sex of the head'
  | 'origin of the head'
  | 'accessibility need'

const largest = 5

/** The group of a household; `null` if it is not recorded. */
export const groupOf: Readonly<Record<Characteristic, (household: Household) => string | null>> = {
  'household size': ({ members }) =>
    members.length < largest ? String(members.length) : `${largest} or more`,
  'sex of the head': ({ members }) => members[0].sex ?? null,
  'origin of the head': ({ members }) => members[0].origin ?? null,
  'accessibility need': ({ needs }) => (needs?.stepFree === true ? 'step-free' : 'none'),
}
