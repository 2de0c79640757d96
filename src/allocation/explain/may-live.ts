import type { Flat } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import { judge } from '../../rule/judge.ts'
import type { Problem } from '../problem.ts'
import type { Asking } from './missed.ts'

/** Who may live in a flat that is not on offer: judged once for all households that ask the same. */
export const mayLiveIn = (
  { seekers, policy, on, predicates }: Problem,
  { profileOf }: Asking,
  flat: Flat,
): ((row: number) => boolean) => {
  const known = new Map<number, boolean>()
  return row => {
    const profile = profileOf[row] as number
    const found =
      known.get(profile) ??
      policy.rules.every(rule => judge(rule, seekers[row] as Seeker, flat, on, predicates)._tag !== 'Fails')
    known.set(profile, found)
    return found
  }
}
