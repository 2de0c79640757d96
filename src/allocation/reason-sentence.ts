import { sentence } from '../rule/sentence.ts'
import type { NoFlatFits, Outranked, Placed, Reason } from './reason.ts'

/**
 * A reason in one or two English sentences. Households and flats are named by their ids.
 *
 * @example
 * ```ts
 * import { type Reason, reasonSentence } from 'einzug'
 * const reason = { _tag: 'Outranked', hallSet: ['H7'], flats: ['F2'], ahead: [] } as unknown as Reason
 * reasonSentence(reason) // => 'The flat that could be had went to a household that ranks no later (H7). One more flat of that kind would house it.'
 * ```
 * @category explanations
 */
export const reasonSentence = (reason: Reason): string => {
  switch (reason._tag) {
    case 'Placed':
      return placed(reason)
    case 'NoFlatFits':
      return noFlatFits(reason)
    case 'Outranked':
      return outranked(reason)
  }
}

const placed = ({ flatId, fit, points, better }: Placed): string => {
  const parts = points.map(each => `${each.name}: ${each.points}`).join(', ')
  const [first] = better
  const other =
    first === undefined
      ? 'No flat it may have fits better.'
      : `Best of ${count(better.length, 'flat')} that would fit better: ${first.flatId} (${first.fit} points), kept by ${first.heldBy}, ${kept(first.costs)}.`
  return `Has ${flatId} with ${fit} points${parts === '' ? '' : ` (${parts})`}. ${other}`
}

const kept = ({ lose, points }: Placed['better'][number]['costs']): string =>
  lose.length > 0
    ? `as otherwise ${some(lose)} would lose a home`
    : points > 0
      ? `as otherwise all together would lose ${points} points`
      : 'which is as good for all together'

const noFlatFits = ({ rules, nearest }: NoFlatFits): string => {
  if (nearest === null) return 'No flat is on offer.'
  const alone = rules
    .filter(each => each.failAlone > 0)
    .map(each => `${count(each.failAlone, 'flat')} by "${each.rule}" alone`)
  const misses = nearest.failures.map(({ rule, verdict }) => sentence(rule, verdict)).join('; ')
  return `No flat passes the rules${alone.length === 0 ? '' : ` (${alone.join(', ')})`}. Nearest: ${nearest.flatId}: ${misses}.`
}

const outranked = ({ hallSet, flats, ahead }: Outranked): string => {
  const gone =
    flats.length === 1
      ? `The flat that could be had went to ${hallSet.length === 1 ? 'a household that ranks' : 'households that rank'} no later`
      : `The ${flats.length} flats that could be had, or be freed by moving others, went to households that rank no later`
  const next =
    ahead.length === 0
      ? 'One more flat of that kind would house it.'
      : `${count(ahead.length, 'household')} without a flat would come first; ${ahead.length + 1} more flats of that kind would surely house it.`
  return `${gone} (${some(hallSet)}). ${next}`
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** The first few ids, and how many more there are. */
const some = (ids: ReadonlyArray<string>): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 4).join(', ')} and ${ids.length - 4} more`
