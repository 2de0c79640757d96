import type { NeedPart } from './need-points.ts'
import type { FlatQuantity, Unit } from './quantity.ts'
import type { Amount, Rule } from './rule.ts'

/**
 * A soft wish, as data: it says in whole points how well a flat fits.
 * - `bonus`: all points where a rule passes, none where it fails or abstains;
 * - `closeTo`: all points where a quantity of the flat equals what the household asks, `perUnit` points less for
 *   each unit it is off (in either direction, in the preference's unit), rounded down, never below 0; none where
 *   one of the two is not stated.
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
    }

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
 * Who may live where, who comes first, and where best: rules, ranking and preferences, named and versioned
 * (Vergabeverfahren). A plain JSON document.
 *
 * @category model
 */
export interface Policy {
  readonly name: string
  readonly version: string
  readonly rules: ReadonlyArray<Rule>
  readonly ranking: ReadonlyArray<Criterion>
  readonly preferences: ReadonlyArray<Preference>
}
