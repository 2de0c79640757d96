import type { Position } from '../domain/position.ts'
import type { NeedPart } from './need-points.ts'
import type { FlatQuantity, Unit } from './quantity.ts'
import type { Amount, Rule } from './rule.ts'

/**
 * A soft wish, as data: it says in whole points how well a flat fits.
 * - `bonus`: all points where a rule passes, none where it fails or abstains;
 * - `closeTo`: all points where a quantity of the flat equals what the household asks, `perUnit` points less for
 *   each unit it is off (in the preference's unit; in either direction, or only in the one that `costs`), rounded
 *   down, never below 0; none where one of the two is not stated;
 * - `near`: all points next to the nearest of some places, or of the household's wider family, `perKilometre` points
 *   less for each kilometre as the crow flies, rounded down, never below 0; none where a position is not stated;
 * - `slack`: `perUnit` points for each unit that a quantity of the flat keeps within a limit, rounded down, up to all
 *   points; none where one of the two is not stated;
 * - `language`: all points where a language of the household is one of those listed for the flat's district.
 *
 * | wish | JSON (the `name` is left out) |
 * |---|---|
 * | a district wanted | `{"preference":"bonus","points":30,"when":{"rule":"oneOf","name":"w","word":"flat.district","list":"household.districts"}}` |
 * | not above the second floor | `{"preference":"bonus","points":5,"when":{"rule":"atMost","name":"f","flat":"floor","asks":{"fixed":2},"unit":"floors"}}` |
 * | near a Kita | `{"preference":"near","points":40,"to":[{"north":51.83,"east":7.28}],"perKilometre":20}` |
 * | near the wider family | `{"preference":"near","points":20,"to":"household.kin","perKilometre":10}` |
 * | no bedroom beyond a standard | `{"preference":"closeTo","points":30,"flat":"bedrooms","ideal":{"standard":"ukBedroomStandard"},"unit":"rooms","perUnit":15,"costs":"above"}` |
 * | a rent below the cap | `{"preference":"slack","points":50,"limit":"atMost","flat":"grossColdRentShare","asks":{"byPersons":[468,567.1]},"unit":"EUR","perUnit":0.5}` |
 * | the same school | `{"preference":"bonus","points":25,"when":{"rule":"oneOf","name":"s","word":"flat.schoolDistrict","list":"household.schoolDistricts"}}` |
 * | neighbours who speak the language | `{"preference":"language","points":10,"byDistrict":{"Mitte":["ar","ti"]}}` |
 *
 * @category model
 */
export type Preference =
  | { readonly preference: 'bonus'; readonly name: string; readonly points: number; readonly when: Rule }
  | {
      readonly preference: 'closeTo'
      readonly name: string
      readonly points: number
      readonly flat: FlatQuantity
      readonly ideal: Amount
      readonly unit: Unit
      readonly perUnit: number
      readonly costs?: 'above' | 'below'
    }
  | {
      readonly preference: 'near'
      readonly name: string
      readonly points: number
      readonly to: ReadonlyArray<Position> | 'household.kin'
      readonly perKilometre: number
    }
  | {
      readonly preference: 'slack'
      readonly name: string
      readonly points: number
      readonly limit: 'atLeast' | 'atMost'
      readonly flat: FlatQuantity
      readonly asks: Amount
      readonly unit: Unit
      readonly perUnit: number
    }
  | {
      readonly preference: 'language'
      readonly name: string
      readonly points: number
      readonly byDistrict: Readonly<Record<string, ReadonlyArray<string>>>
    }

/** The preferences of one form, or of some. */
export type PreferenceOf<Form extends Preference['preference']> = Extract<
  Preference,
  { readonly preference: Form }
>

/**
 * One step of a ranking; the steps of a policy are compared in their order.
 * - `tier`: lower tier of need first, households without a tier last;
 * - `persons`: large (`most`) or small (`fewest`) households first;
 * - `waitingSince`: earlier day first;
 * - `points`: more points first, by a scheme of weighted parts that `needPoints` shows for a household;
 * - `lottery`: by a draw that depends on the seed and the household's id alone; it leaves no ties.
 *
 * @category model
 */
export type Criterion =
  | { readonly by: 'tier' }
  | { readonly by: 'persons'; readonly first: 'most' | 'fewest' }
  | { readonly by: 'waitingSince' }
  | { readonly by: 'points'; readonly parts: ReadonlyArray<NeedPart> }
  | { readonly by: 'lottery'; readonly seed: number }

/**
 * How flats are given away, where not by the best allocation there is. `in turn`: down the ranking, each household takes
 * the free home that fits it best, and nobody is moved afterwards.
 *
 * @category model
 */
export type Procedure = 'in turn'

/**
 * Who may live where, who comes first, and where best: rules, ranking and preferences, named and versioned
 * (Vergabeverfahren). A plain JSON document.
 *
 * @category model
 */
export interface Policy {
  readonly name: string
  readonly version: string
  /** Default: who first, then where, as `allocate` does. */
  readonly procedure?: Procedure
  readonly rules: ReadonlyArray<Rule>
  readonly ranking: ReadonlyArray<Criterion>
  readonly preferences: ReadonlyArray<Preference>
}
