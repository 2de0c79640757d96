import type {
  AllTaken,
  BetterFlat,
  Exception,
  ExchangeCosts,
  HouseholdReason,
  NoFlatFits,
  OneMoreFlat,
  Outranked,
  Placed,
  PlacedInTurn,
} from '../../allocation/index.ts'
import type { FlatId, HouseholdId } from '../../domain/id.ts'

/** What ids are called instead. */
export interface Names {
  readonly household: (id: HouseholdId) => HouseholdId
  readonly flat: (id: FlatId) => FlatId
}

/**
 * A reason in which every id of a household or a flat has another name. It is put together anew, field by field, so that
 * an id in a field to come cannot slip through.
 */
export const renamed =
  (names: Names) =>
  (reason: HouseholdReason): HouseholdReason => {
    switch (reason._tag) {
      case 'Placed':
        return placed(names, reason)
      case 'NoFlatFits':
        return noFlatFits(names, reason)
      case 'Outranked':
        return outranked(names, reason)
      case 'PlacedInTurn':
        return placedInTurn(names, reason)
      case 'AllTaken':
        return allTaken(names, reason)
    }
  }

const placed = (names: Names, { flatId, points, fit, better, costs }: Placed): Placed => ({
  _tag: 'Placed',
  flatId: names.flat(flatId),
  points,
  fit,
  better: better.map(betterOf(names)),
  costs: costs === null ? null : costsOf(names, costs),
})

const betterOf =
  (names: Names) =>
  ({ flatId, fit, heldBy }: BetterFlat): BetterFlat => ({
    flatId: names.flat(flatId),
    fit,
    heldBy: names.household(heldBy),
  })

const placedInTurn = (names: Names, { turn, flatId, points, fit, better }: PlacedInTurn): PlacedInTurn => ({
  _tag: 'PlacedInTurn',
  turn,
  flatId: names.flat(flatId),
  points,
  fit,
  better: better.map(betterOf(names)),
})

const allTaken = (names: Names, reason: AllTaken): AllTaken => ({
  _tag: 'AllTaken',
  turn: reason.turn,
  flats: reason.flats.map(names.flat),
  heldBy: reason.heldBy.map(names.household),
  ifOneOf: reason.ifOneOf.map(names.household),
  exception: exceptionOf(names, reason.exception),
  oneMore: oneMoreOf(names, reason.oneMore),
})

const costsOf = ({ household }: Names, { lose, gain, points }: ExchangeCosts): ExchangeCosts => ({
  lose: lose.map(household),
  gain: gain.map(household),
  points,
})

const noFlatFits = (names: Names, { rules, nearest, exception, oneMore }: NoFlatFits): NoFlatFits => ({
  _tag: 'NoFlatFits',
  rules,
  nearest: nearest === null ? null : { flatId: names.flat(nearest.flatId), failures: nearest.failures },
  exception: exceptionOf(names, exception),
  oneMore: oneMoreOf(names, oneMore),
})

const outranked = (names: Names, reason: Outranked): Outranked => ({
  _tag: 'Outranked',
  hallSet: reason.hallSet.map(names.household),
  flats: reason.flats.map(names.flat),
  ahead: reason.ahead.map(names.household),
  ifOneOf: reason.ifOneOf.map(names.household),
  ifOneMoreOf: reason.ifOneMoreOf.map(names.flat),
  exception: exceptionOf(names, reason.exception),
})

const oneMoreOf = (names: Names, oneMore: OneMoreFlat | null): OneMoreFlat | null =>
  oneMore === null
    ? null
    : {
        _tag: 'OneMoreFlat',
        flat: { ...oneMore.flat, id: names.flat(oneMore.flat.id) },
        like: names.flat(oneMore.like),
        failures: oneMore.failures,
      }

const exceptionOf = (names: Names, exception: Exception | null): Exception | null =>
  exception === null
    ? null
    : {
        _tag: 'Exception',
        householdId: names.household(exception.householdId),
        rule: exception.rule,
        by: exception.by,
        flatId: names.flat(exception.flatId),
      }
