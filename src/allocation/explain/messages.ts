import type { FlatId, HouseholdId } from '../../domain/id.ts'
import type { Rule } from '../../rule/rule.ts'

/** Everything that reasons are told with, in one language. Lists of ids and amounts come as texts. */
export interface Messages {
  /** The first few ids, and how many more there are. */
  readonly some: (ids: ReadonlyArray<string>) => string
  readonly quoted: (name: string) => string
  readonly has: (flat: FlatId, fit: number, points: string) => string
  readonly noneBetter: string
  readonly better: (flats: number, flat: FlatId, fit: number, heldBy: HouseholdId, kept: string) => string
  /** The same where flats are given away in turn: all of them were gone. */
  readonly goneBefore: (flats: number, flat: FlatId, fit: number, heldBy: HouseholdId, turn: number) => string
  readonly keptForHome: (losers: string, one: boolean) => string
  /** The one that loses its home is the one that has the flat. */
  readonly keptForItsHome: string
  readonly keptForPoints: (points: number) => string
  readonly keptEven: string
  readonly noOffer: string
  readonly noFlat: (alone: string) => string
  readonly flatsAlone: (flats: number, rule: string) => string
  readonly nearest: (flat: string, misses: string) => string
  readonly withOneOf: (changes: ReadonlyArray<string>) => string
  readonly withNone: string
  readonly exceptionOnly: (exception: string) => string
  readonly exception: {
    readonly limit: (rule: string, by: string, higher: boolean, flat: FlatId) => string
    readonly waived: (rule: string, flat: FlatId) => string
    readonly need: Readonly<Record<Extract<Rule, { rule: 'implies' }>['household'], (flat: FlatId) => string>>
  }
  readonly oneMoreLike: (flat: FlatId, rules: string) => string
  readonly allTaken: (flats: number, some: string, heldBy: string, turn: number) => string
  /** A change, as those of `withOneOf` are. */
  readonly oneLess: (households: string, one: boolean) => string
  readonly gone: (flats: number, households: number, hallSet: string) => string
  readonly ahead: (ahead: number) => string
  readonly oneMoreOfAny: string
  readonly ifOneWithdrew: (households: string, one: boolean) => string
  readonly taken: (flat: FlatId, tenants: string) => string
  readonly tenant: (household: HouseholdId, fit: number) => string
  readonly next: (households: string, one: boolean) => string
  /** Nobody waits for the flat, but it is needed. */
  readonly homeLost: (losers: string, one: boolean) => string
  readonly nobodyNext: (points: number) => string
  readonly nobodyMay: (flat: FlatId, alone: string) => string
  readonly householdsAlone: (households: number, rule: string) => string
  readonly nobodySeeks: (flat: FlatId) => string
  readonly allHaveBetter: (flat: FlatId, households: number, some: string) => string
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const some = (ids: ReadonlyArray<string>): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 4).join(', ')} and ${ids.length - 4} more`

/** The sentences in English. */
export const english: Messages = {
  some,
  quoted: name => `"${name}"`,
  has: (flat, fit, points) =>
    `Has ${flat} with ${count(fit, 'point')}${points === '' ? '' : ` (${points})`}.`,
  noneBetter: 'No flat it may have fits better.',
  better: (flats, flat, fit, heldBy, kept) =>
    flats === 1
      ? `One flat would fit better: ${flat} (${count(fit, 'point')}). It stays with ${heldBy}, ${kept}.`
      : `${flats} flats would fit better, the best of them ${flat} (${count(fit, 'point')}). It stays with ${heldBy}, ${kept}.`,
  goneBefore: (flats, flat, fit, heldBy, turn) =>
    flats === 1
      ? `One flat would fit better: ${flat} (${count(fit, 'point')}), but ${heldBy} had it before its turn (no. ${turn}).`
      : `${flats} flats would fit better, but were gone before its turn (no. ${turn}): the best, ${flat} (${count(fit, 'point')}), to ${heldBy}.`,
  keptForHome: losers => `as otherwise ${losers} would lose a home`,
  keptForItsHome: 'which would have no home otherwise',
  keptForPoints: points => `as otherwise all together would lose ${count(points, 'point')}`,
  keptEven: 'which is as good for all together',
  noOffer: 'No flat is on offer.',
  noFlat: alone => `No flat passes the rules${alone === '' ? '' : ` (${alone})`}.`,
  flatsAlone: (flats, rule) => `${count(flats, 'flat')} by "${rule}" alone`,
  nearest: (nearest, misses) => `Nearest is ${nearest} (${misses}).`,
  withOneOf: changes => `It would be housed ${changes.join(', or ')}.`,
  withNone: 'Neither an exception from one rule nor one more flat would house it for sure.',
  exceptionOnly: exception => `It would also be housed ${exception}.`,
  exception: {
    limit: (rule, by, higher, flat) =>
      `if the limit of "${rule}" were ${by} ${higher ? 'higher' : 'lower'} for it (${flat})`,
    waived: (rule, flat) => `if "${rule}" did not apply to it (${flat})`,
    need: {
      needsStepFree: flat => `if it could do without step-free access (${flat})`,
      hasPets: flat => `if it had no pets (${flat})`,
    },
  },
  oneMoreLike: (flat, rules) =>
    `with one more flat like ${flat}${rules === '' ? '' : ` that meets ${rules}`}`,
  allTaken: (flats, some, heldBy, turn) =>
    flats === 1
      ? `The only flat that it may have, ${some}, was gone before its turn (no. ${turn}), to ${heldBy}.`
      : `All ${flats} flats that it may have (${some}) were gone before its turn (no. ${turn}), to ${heldBy}.`,
  oneLess: (households, one) =>
    one ? `if ${households} withdrew` : `if one of these households withdrew (${households})`,
  gone: (flats, households, hallSet) =>
    flats === 1
      ? `The flat that could be had went to ${households === 1 ? 'a household that ranks' : 'households that rank'} no later (${hallSet}).`
      : `The ${flats} flats that could be had, or be freed by moving others, went to households that rank no later (${hallSet}).`,
  ahead: ahead =>
    `${count(ahead, 'household')} without a flat would come first; ${ahead + 1} more flats of that kind would surely house it.`,
  oneMoreOfAny: 'One more flat of that kind would house it.',
  ifOneWithdrew: (households, one) =>
    one
      ? `It would have a home if ${households} withdrew, or with one more such flat.`
      : `It would have a home if one of these households withdrew (${households}), or with one more flat like theirs.`,
  taken: (flat, tenants) => `${flat} goes to ${tenants}.`,
  tenant: (household, fit) => `${household} (${count(fit, 'point')})`,
  next: (households, one) =>
    `If it came free, ${households} would be ${one ? '' : 'first in line together, and one of them '}housed.`,
  homeLost: losers => `Without it, ${losers} would have no home.`,
  nobodyNext: points =>
    points === 0
      ? 'Nobody waits for it; without it, all together would have as many points.'
      : `Nobody waits for it; without it, all together would ${points < 0 ? 'gain' : 'lose'} ${count(Math.abs(points), 'point')}.`,
  nobodyMay: (flat, alone) =>
    `${flat} stays empty: no household that seeks may live there${alone === '' ? '' : ` (${alone})`}.`,
  householdsAlone: (households, rule) => `${count(households, 'household')} by "${rule}" alone`,
  nobodySeeks: flat => `${flat} stays empty: no household seeks.`,
  allHaveBetter: (flat, households, some) =>
    households === 1
      ? `${flat} stays empty: the only household that may live there (${some}) has a home that fits at least as well.`
      : `${flat} stays empty: all ${households} households that may live there (${some}) have homes that fit at least as well.`,
}
