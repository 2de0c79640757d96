import type { Flat } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import type { FlatId } from '../../domain/id.ts'
import { alike } from '../../rule/alike.ts'
import type { Problem } from '../problem.ts'
import { countByRule, missOf, nearestOf, type RuleCount, relativeShortfall } from './miss.ts'
import { newIds } from './new-ids.ts'
import type { NoFlatFits } from './reason.ts'

/**
 * What households that ask the same of every rule miss. Flats are given by their places in `flats` of {@link Asking}.
 * `nearest`: −1 for none. `single`: the flats they fail by one rule alone, the smallest miss first: limits by how large
 * a part of them is missed, then by the order of the rules and flats. `inOrder`: all flats, those with the fewest rules
 * to meet first, then those that miss them by the least.
 */
export interface Missed {
  readonly rules: ReadonlyArray<RuleCount>
  readonly nearest: number
  readonly single: Int32Array
  readonly inOrder: Int32Array
}

/** The flats of a problem, and its households by what they ask. */
export interface Asking {
  readonly flats: ReadonlyArray<Flat>
  /** The columns of each flat: from the first up to, but not including, the second. */
  readonly columnsOf: ReadonlyArray<readonly [from: number, until: number]>
  /** Households of one profile ask the same of every rule. */
  readonly profileOf: Int32Array
  readonly missed: (row: number) => Missed
  /** Makes ids that no flat has. */
  readonly newId: (like: FlatId) => FlatId
}

/** How many entries of lists of flats are kept. */
const mostKept = 2 ** 22

/**
 * Judges each flat once for all households that ask the same, as long as memory lasts: time O(profiles × flats × rules)
 * for all households together.
 */
export const askingIn = (problem: Problem): Asking => {
  const { homes, seekers, policy, on, predicates } = problem
  const firsts = homes.flatMap(({ room }, column) => (room === 0 ? [column] : []))
  const flats = firsts.map(column => (homes[column] as { readonly flat: Flat }).flat)
  const profileOf = alike(policy.rules, { seekers, on, predicates })
  const known = new Map<number, Missed>()
  return {
    flats,
    columnsOf: firsts.map((from, at) => [from, firsts[at + 1] ?? homes.length]),
    profileOf,
    newId: newIds(problem),
    missed: row => {
      const profile = profileOf[row] as number
      const found = known.get(profile) ?? missedBy(problem, seekers[row] as Seeker, flats)
      // the one asked for longest ago goes first
      known.delete(profile)
      known.set(profile, found)
      if (known.size * flats.length > mostKept)
        for (const oldest of known.keys()) if (known.delete(oldest)) break
      return found
    },
  }
}

const missedBy = (problem: Problem, seeker: Seeker, flats: ReadonlyArray<Flat>): Missed => {
  const { rules } = problem.policy
  const misses = flats.map(flat => missOf(problem, seeker, flat))
  const sizes = misses.map(({ failures: [first] }) => (first === undefined ? 0 : relativeShortfall(first)))
  const ruleAt = misses.map(({ failures: [first] }) => (first === undefined ? -1 : rules.indexOf(first.rule)))
  const distances = misses.map(({ failures }) =>
    failures.reduce((sum, failure) => sum + Math.min(relativeShortfall(failure), 1), 0),
  )
  const numberOf = (list: ReadonlyArray<number>, at: number): number => list[at] as number
  // two that are both without end differ by nothing
  const bySize = (a: number, b: number): number =>
    numberOf(sizes, a) === numberOf(sizes, b) ? 0 : numberOf(sizes, a) - numberOf(sizes, b)
  const failuresOf = (at: number): number => misses[at]?.failures.length ?? 0
  const nearest = nearestOf(misses)
  return {
    rules: countByRule(rules, misses),
    nearest: nearest === null ? -1 : misses.indexOf(nearest),
    single: Int32Array.from(
      [...misses.keys()]
        .filter(at => failuresOf(at) === 1)
        .sort((a, b) => bySize(a, b) || numberOf(ruleAt, a) - numberOf(ruleAt, b) || a - b),
    ),
    inOrder: Int32Array.from(
      [...misses.keys()].sort(
        (a, b) => failuresOf(a) - failuresOf(b) || numberOf(distances, a) - numberOf(distances, b) || a - b,
      ),
    ),
  }
}

/** What a household misses, as a reason tells it. */
export const missesOf = (
  problem: Problem,
  { flats, missed }: Asking,
  seeker: Seeker,
  row: number,
): Pick<NoFlatFits, 'rules' | 'nearest'> => {
  const { rules, nearest } = missed(row)
  const flat = flats[nearest]
  return {
    rules,
    nearest:
      flat === undefined ? null : { flatId: flat.id, failures: missOf(problem, seeker, flat).failures },
  }
}
