import * as N from 'fp-ts/number'
import * as Ord from 'fp-ts/Ord'
import * as S from 'fp-ts/string'
import type { IsoDay } from '../domain/day.ts'
import { digest } from '../domain/digest.ts'
import type { Seeker } from '../domain/household.ts'
import type { HouseholdId } from '../domain/id.ts'
import { type NeedPart, needPoints } from '../rule/need-points.ts'
import type { Criterion } from '../rule/policy.ts'

const by = <A>(ord: Ord.Ord<A>, key: (seeker: Seeker) => A): Ord.Ord<Seeker> => Ord.contramap(key)(ord)

const persons = by(N.Ord, seeker => seeker.household.members.length)

/**
 * What a household draws in a lottery: the digest of the seed and its id, in hexadecimal; the least comes first.
 * Nobody's draw depends on who else takes part, and anybody can repeat it from the seed that is on record.
 *
 * @example
 * ```ts
 * import { digest, draw, type HouseholdId } from 'einzug'
 * draw(17, 'H1' as HouseholdId) === digest([17, 'H1']) // => true
 * draw(17, 'H1' as HouseholdId) < draw(17, 'H2' as HouseholdId) // => true
 * ```
 * @category ranking
 */
export const draw = (seed: number, id: HouseholdId): string => digest([seed, id])

/** What is compared over and over is worked out once for each household. */
const once = <A>(key: (seeker: Seeker) => A): ((seeker: Seeker) => A) => {
  const known = new Map<Seeker, A>()
  return seeker => {
    const value = known.get(seeker) ?? key(seeker)
    known.set(seeker, value)
    return value
  }
}

const lottery = (seed: number): Ord.Ord<Seeker> =>
  by(
    S.Ord,
    once(({ household: { id } }) => draw(seed, id)),
  )

const points = (parts: ReadonlyArray<NeedPart>, on: IsoDay): Ord.Ord<Seeker> =>
  Ord.reverse(
    by(
      N.Ord,
      once(seeker => needPoints(parts, seeker, on).total),
    ),
  )

const ordOf = (criterion: Criterion, on: IsoDay): Ord.Ord<Seeker> => {
  switch (criterion.by) {
    case 'tier':
      return by(N.Ord, seeker => seeker.household.needs?.tier ?? Infinity)
    case 'persons':
      return criterion.first === 'most' ? Ord.reverse(persons) : persons
    case 'waitingSince':
      return by(S.Ord, seeker => seeker.waitingSince)
    case 'points':
      return points(criterion.parts, on)
    case 'lottery':
      return lottery(criterion.seed)
  }
}

/**
 * A ranking as an `Ord` on a day: who comes first is less. The criteria are compared one after the other; households
 * that are equal in all of them share a rank.
 *
 * @example
 * ```ts
 * import { type IsoDay, ranking, type Seeker } from 'einzug'
 * const of = (id: string, waitingSince: string, ...members: string[]) =>
 *   ({ household: { id, members }, regime: 'none', waitingSince }) as unknown as Seeker
 * const ord = ranking([{ by: 'persons', first: 'most' }, { by: 'waitingSince' }], '2016-06-01' as IsoDay)
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('B', '2016-05-01', 'Bea', 'Bob')) // => 1
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('C', '2016-05-01', 'Cem')) // => -1
 * ord.compare(of('A', '2016-01-01', 'Ann'), of('D', '2016-01-01', 'Dan')) // => 0
 * ```
 * @category ranking
 */
export const ranking = (criteria: ReadonlyArray<Criterion>, on: IsoDay): Ord.Ord<Seeker> =>
  criteria.map(each => ordOf(each, on)).reduce(Ord.getMonoid<Seeker>().concat, Ord.getMonoid<Seeker>().empty)

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
