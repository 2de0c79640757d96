import { type Language, ruleMessages } from '../../rule/language.ts'
import type { Messages as RuleMessages } from '../../rule/messages.ts'
import { phrase } from '../../rule/sentence.ts'
import type { Exception, OneMoreFlat } from './change.ts'
import type { ExchangeCosts } from './exchange-costs.ts'
import { english, type Messages } from './messages.ts'
import { german } from './messages-german.ts'
import type { NearestMiss, RuleCount } from './miss.ts'
import type {
  AllHaveBetter,
  AllTaken,
  BetterFlat,
  FlatTaken,
  NobodyMay,
  NoFlatFits,
  Outranked,
  Placed,
  PlacedInTurn,
  Reason,
} from './reason.ts'

/**
 * Tells reasons in English or German, in a few sentences each. Households and flats are named by their ids, rules by
 * the names that the policy gives them.
 *
 * @example
 * ```ts
 * import { type Reason, sentenceIn } from 'einzug'
 * const reason = { _tag: 'Outranked', hallSet: ['H7'], flats: ['F2'], ahead: [], ifOneOf: ['H7'], exception: null } as unknown as Reason
 * sentenceIn('en')(reason) // => 'The flat that could be had went to a household that ranks no later (H7). It would have a home if H7 withdrew, or with one more such flat.'
 * sentenceIn('de')(reason) // => 'Die Wohnung, die infrage käme, geht an einen mindestens gleichrangigen Haushalt (H7). Der Haushalt käme zum Zug, wenn H7 verzichtete oder es eine weitere solche Wohnung gäbe.'
 * ```
 * @category explanations
 */
export const sentenceIn = (language: Language): ((reason: Reason) => string) => {
  const messages = messagesIn[language]
  const rules = ruleMessages[language]
  return reason => partsOf(messages, rules, reason).join(' ')
}

const messagesIn: Readonly<Record<Language, Messages>> = { en: english, de: german }

type Parts = ReadonlyArray<string>

const partsOf = (messages: Messages, rules: RuleMessages, reason: Reason): Parts => {
  switch (reason._tag) {
    case 'Placed':
      return placed(messages, reason)
    case 'NoFlatFits':
      return noFlatFits(messages, rules, reason)
    case 'Outranked':
      return outranked(messages, rules, reason)
    case 'PlacedInTurn':
      return placedInTurn(messages, reason)
    case 'AllTaken':
      return allTaken(messages, rules, reason)
    case 'FlatTaken':
      return taken(messages, reason)
    case 'NobodyMay':
      return nobodyMay(messages, rules, reason)
    case 'AllHaveBetter':
      return [allHaveBetter(messages, reason)]
  }
}

const placed = (messages: Messages, { flatId, fit, points, better, costs }: Placed): Parts => {
  const [first] = better
  return [
    messages.has(flatId, fit, partsOfFit(points)),
    first === undefined || costs === null
      ? messages.noneBetter
      : messages.better(better.length, first.flatId, first.fit, first.heldBy, kept(messages, first, costs)),
  ]
}

const partsOfFit = (points: Placed['points']): string =>
  points.map(each => `${each.name}: ${each.points}`).join(', ')

const placedInTurn = (messages: Messages, { turn, flatId, fit, points, better }: PlacedInTurn): Parts => {
  const [first] = better
  return [
    messages.has(flatId, fit, partsOfFit(points)),
    first === undefined
      ? messages.noneBetter
      : messages.goneBefore(better.length, first.flatId, first.fit, first.heldBy, turn),
  ]
}

const kept = (messages: Messages, { heldBy }: BetterFlat, { lose, points }: ExchangeCosts): string => {
  if (lose.length === 1 && lose[0] === heldBy) return messages.keptForItsHome
  if (lose.length > 0) return messages.keptForHome(messages.some(lose), lose.length === 1)
  return points > 0 ? messages.keptForPoints(points) : messages.keptEven
}

const noFlatFits = (
  messages: Messages,
  rules: RuleMessages,
  { rules: counts, nearest, exception, oneMore }: NoFlatFits,
): Parts => {
  if (nearest === null) return [messages.noOffer]
  return [
    messages.noFlat(alone(counts, messages.flatsAlone)),
    messages.nearest(nearest.flatId, missesIn(rules, nearest.failures)),
    withOneOf(messages, changesOf(messages, rules, exception, oneMore)),
  ]
}

const changesOf = (
  messages: Messages,
  rules: RuleMessages,
  exception: Exception | null,
  oneMore: OneMoreFlat | null,
): Parts => [
  ...(exception === null ? [] : [exceptionOf(messages, rules, exception)]),
  ...(oneMore === null ? [] : [messages.oneMoreLike(oneMore.like, rulesOf(messages, oneMore))]),
]

const withOneOf = (messages: Messages, changes: Parts): string =>
  changes.length === 0 ? messages.withNone : messages.withOneOf(changes)

const allTaken = (messages: Messages, rules: RuleMessages, reason: AllTaken): Parts => {
  const { turn, flats, heldBy, ifOneOf, exception, oneMore } = reason
  return [
    messages.allTaken(flats.length, messages.some(flats), messages.some(heldBy), turn),
    withOneOf(messages, [
      ...(ifOneOf.length === 0 ? [] : [messages.oneLess(messages.some(ifOneOf), ifOneOf.length === 1)]),
      ...changesOf(messages, rules, exception, oneMore),
    ]),
  ]
}

const alone = (counts: ReadonlyArray<RuleCount>, message: (count: number, rule: string) => string): string =>
  counts
    .filter(({ failAlone }) => failAlone > 0)
    .map(({ failAlone, rule }) => message(failAlone, rule))
    .join(', ')

const missesIn = (rules: RuleMessages, failures: NearestMiss['failures']): string =>
  failures.map(({ rule, verdict }) => phrase(rules, rule, verdict)).join('; ')

const rulesOf = (messages: Messages, { failures }: OneMoreFlat): string =>
  messages.some(failures.map(({ rule }) => messages.quoted(rule.name)))

const exceptionOf = (messages: Messages, rules: RuleMessages, { rule, by, flatId }: Exception): string => {
  if (by !== null)
    return messages.exception.limit(
      rule.name,
      rules.amount(by.amount, by.unit),
      rule.rule === 'atMost',
      flatId,
    )
  return rule.rule === 'implies'
    ? messages.exception.need[rule.household](flatId)
    : messages.exception.waived(rule.name, flatId)
}

const outranked = (messages: Messages, rules: RuleMessages, reason: Outranked): Parts => {
  const { hallSet, flats, ahead, ifOneOf, exception } = reason
  return [
    messages.gone(flats.length, hallSet.length, messages.some(hallSet)),
    ...(ahead.length > 0 ? [messages.ahead(ahead.length)] : []),
    ...(ifOneOf.length > 0
      ? [messages.ifOneWithdrew(messages.some(ifOneOf), ifOneOf.length === 1)]
      : ahead.length === 0
        ? [messages.oneMoreOfAny]
        : []),
    ...(exception === null ? [] : [messages.exceptionOnly(exceptionOf(messages, rules, exception))]),
  ]
}

const taken = (messages: Messages, { flatId, tenants, next, costs }: FlatTaken): Parts => [
  messages.taken(
    flatId,
    messages.some(tenants.map(({ householdId, fit }) => messages.tenant(householdId, fit))),
  ),
  next.length > 0
    ? messages.next(messages.some(next), next.length === 1)
    : costs.lose.length > 0
      ? messages.homeLost(messages.some(costs.lose), costs.lose.length === 1)
      : messages.nobodyNext(costs.points),
]

const nobodyMay = (
  messages: Messages,
  rules: RuleMessages,
  { flatId, rules: counts, nearest }: NobodyMay,
): Parts =>
  nearest === null
    ? [messages.nobodySeeks(flatId)]
    : [
        messages.nobodyMay(flatId, alone(counts, messages.householdsAlone)),
        messages.nearest(nearest.householdId, missesIn(rules, nearest.failures)),
      ]

const allHaveBetter = (messages: Messages, { flatId, may }: AllHaveBetter): string =>
  messages.allHaveBetter(flatId, may.length, messages.some(may.map(({ householdId }) => householdId)))
