import type {
  FlatFlag,
  FlatQuantity,
  HouseholdFlag,
  HouseholdQuantity,
  List,
  Unit,
  Word,
} from './quantity.ts'

/**
 * What a household asks of a quantity, in the unit of the rule:
 * - `fixed`: the same for everyone;
 * - `times`: so much for each person (or adult, or child), plus a fixed part;
 * - `byPersons`: a table, its first entry for one person; `eachFurther` is added per person beyond its end.
 *   `null`, or a size beyond the end of a table without `eachFurther`, means *not stated*: the rule abstains.
 *   `percent` scales the table (110 = a tenth more); money is then rounded to the nearest cent.
 *
 * @category model
 */
export type Amount =
  | { readonly fixed: number }
  | { readonly times: number; readonly of: HouseholdQuantity; readonly plus?: number }
  | {
      readonly byPersons: ReadonlyArray<number | null>
      readonly eachFurther?: number
      readonly percent?: number
    }

/** What a rule says where the flat's side is not stated: `refuse` (the default) or `allow`. */
type Unstated = 'refuse' | 'allow'

/** @category model */
export interface Comparison {
  readonly rule: 'atLeast' | 'atMost'
  readonly name: string
  readonly flat: FlatQuantity
  readonly asks: Amount
  readonly unit: Unit
  readonly unstated?: Unstated
}

/**
 * A word is looked up in a list: one of the lists of a flat or a household, or one written out. `oneOf` demands
 * that it is there, `noneOf` that it is not. A list that is empty or not stated restricts nothing.
 *
 * @category model
 */
export interface Membership {
  readonly rule: 'oneOf' | 'noneOf'
  readonly name: string
  readonly word: Word
  readonly list: List | ReadonlyArray<string>
}

/**
 * If the household has the one property, the flat must have the other.
 *
 * @category model
 */
export interface Implication {
  readonly rule: 'implies'
  readonly name: string
  readonly household: HouseholdFlag
  readonly flat: FlatFlag
  readonly unstated?: Unstated
}

/**
 * The way out: a predicate that the program supplies under a name.
 *
 * @category model
 */
export interface Where {
  readonly rule: 'where'
  readonly name: string
  readonly predicate: string
}

/**
 * A hard rule, as data: it says whether a household may live in a flat.
 *
 * @category model
 */
export type Rule = Comparison | Membership | Implication | Where
