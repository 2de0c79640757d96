import * as N from 'fp-ts/number'
import * as Ord from 'fp-ts/Ord'
import * as S from 'fp-ts/string'
import { digest } from '../domain/digest.ts'
import type { Seeker } from '../domain/household.ts'
import type { Criterion } from '../rule/policy.ts'

const by = <A>(ord: Ord.Ord<A>, key: (seeker: Seeker) => A): Ord.Ord<Seeker> => Ord.contramap(key)(ord)

const persons = by(N.Ord, seeker => seeker.household.members.length)

/** A draw is the digest of seed and id: nobody's draw depends on who else takes part. */
const lottery = (seed: number): Ord.Ord<Seeker> => {
  const draws = new Map<string, string>()
  return by(S.Ord, ({ household: { id } }) => {
    const drawn = draws.get(id) ?? digest([seed, id])
    draws.set(id, drawn)
    return drawn
  })
}

const ordOf = (criterion: Criterion): Ord.Ord<Seeker> => {
  switch (criterion.by) {
    case 'tier':
      return by(N.Ord, seeker => seeker.household.needs?.tier ?? Infinity)
    case 'persons':
      return criterion.first === 'most' ? Ord.reverse(persons) : persons
    case 'waitingSince':
      return by(S.Ord, seeker => seeker.waitingSince)
    case 'lottery':
      return lottery(criterion.seed)
  }
}

/**
 * A ranking as an `Ord`: who comes first is less. The criteria are compared one after the other; households
 * that are equal in all of them share a rank.
 *
 * @example
 * ```ts
 * import { ranking, type Seeker } from 'einzug'
 * const of = (id: string, waitingSince: string, ...members: string[]) =>
 *   ({ household: { id, members }, regime: 'none', waitingSince }) as unknown as Seeker
 * const ord = ranking([{ by: 'persons', first: 'most' }, { by: 'waitingSince' }])
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('B', '2016-05-01', 'Bea', 'Bob')) // => 1
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('C', '2016-05-01', 'Cem')) // => -1
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('D', '2016-01-01', 'Dan')) // => 0
 * ```
 * @category ranking
 */
export const ranking = (criteria: ReadonlyArray<Criterion>): Ord.Ord<Seeker> =>
  criteria.map(ordOf).reduce(Ord.getMonoid<Seeker>().concat, Ord.getMonoid<Seeker>().empty)

/** The rank class of each household, 0 = first; households that tie share one. */
export const rankClasses = (seekers: ReadonlyArray<Seeker>, ord: Ord.Ord<Seeker>): Int32Array => {
  const order = seekers
    .map((seeker, row) => ({ seeker, row }))
    .sort((a, b) => ord.compare(a.seeker, b.seeker))
  const classes = new Int32Array(seekers.length)
  let before: Seeker | undefined
  let last = -1
  for (const { seeker, row } of order) {
    if (before === undefined || ord.compare(before, seeker) !== 0) last += 1
    classes[row] = last
    before = seeker
  }
  return classes
}
