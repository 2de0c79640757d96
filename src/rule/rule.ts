import type { Regime } from '../domain/household.ts'
import type { AgeBand } from '../domain/person.ts'
import type {
  FlatFlag,
  FlatQuantity,
  HouseholdFlag,
  HouseholdQuantity,
  List,
  Unit,
  Word,
} from './quantity.ts'
import type { StandardName } from './standard.ts'

/**
 * The people of a household that count: all of them, adults, children, or those of an age. Where the age of
 * somebody is not known exactly enough, how many there are is not stated.
 *
 * @category model
 */
export type People = HouseholdQuantity | AgeBand

/**
 * One part of what a household asks:
 * - `fixed`: the same for everyone;
 * - `times`: so much for each person that counts, plus a fixed part;
 * - `byPersons`: a table, its first entry for one person; `eachFurther` is added per person beyond its end.
 *   `null`, or a size beyond the end of a table without `eachFurther`, means *not stated*: the rule abstains.
 *   `percent` scales the table and what is added (110 = a tenth more).
 * - `standard`: what a published standard asks for the household, in the unit of the standard.
 *
 * @category model
 */
export type Term =
  | { readonly fixed: number }
  | { readonly times: number; readonly of: People; readonly plus?: number }
  | {
      readonly byPersons: ReadonlyArray<number | null>
      readonly eachFurther?: number
      readonly percent?: number
    }
  | { readonly standard: StandardName }

/**
 * What a household asks of a quantity, in the unit of the rule: one term, or the `sum` of several. A sum is not
 * stated where one of its terms is not. Numbers are taken as written, in decimals; money is rounded once, at the
 * end, to the nearest cent.
 *
 * @category model
 */
export type Amount = Term | { readonly sum: ReadonlyArray<Term> }

/**
 * What a rule says where the flat does not say what it asks about: `refuse` (the default) or `allow`, which abstains.
 *
 * @category model
 */
export type Unstated = 'refuse' | 'allow'

/**
 * What every rule has: a name, and, where not everybody pays or is paid for alike, the regimes it is `for`. For
 * households under other regimes it abstains.
 *
 * @category model
 */
export interface Named {
  readonly name: string
  readonly for?: ReadonlyArray<Regime>
}

/**
 * A quantity of the flat must be at least, or at most, what the household asks; the limit itself is allowed.
 *
 * @category model
 */
export interface Comparison extends Named {
  readonly rule: 'atLeast' | 'atMost'
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
export interface Membership extends Named {
  readonly rule: 'oneOf' | 'noneOf'
  readonly word: Word
  readonly list: List | ReadonlyArray<string>
  readonly unstated?: Unstated
}

/**
 * The flat must lie where the duties to reside of the household bind it to live on the day (§ 12a AufenthG).
 *
 * @category model
 */
export interface ResidenceRule extends Named {
  readonly rule: 'residenceDuty'
  readonly unstated?: Unstated
}

/**
 * If the household has the one property, the flat must have the other.
 *
 * @category model
 */
export interface Implication extends Named {
  readonly rule: 'implies'
  readonly household: HouseholdFlag
  readonly flat: FlatFlag
  readonly unstated?: Unstated
}

/**
 * The way out: a predicate that the program supplies under a name.
 *
 * @category model
 */
export interface Where extends Named {
  readonly rule: 'where'
  readonly predicate: string
}

/**
 * A hard rule, as data: it says whether a household may live in a flat. The rules towns use, as JSON (the `name`
 * is free, and left out here except in the first):
 *
 * | rule | JSON |
 * |---|---|
 * | persons the landlord allows | `{"rule":"atLeast","name":"room for all","flat":"personsMax","asks":{"times":1,"of":"persons"},"unit":"persons"}` |
 * | regimes the landlord accepts | `{"rule":"oneOf","word":"household.regime","list":"flat.regimes"}` |
 * | 9 m² at least for each person | `{"rule":"atLeast","flat":"area","asks":{"times":9,"of":"persons"},"unit":"m²"}` |
 * | 9 m² at least for each person from 6 years on, 6 m² for each younger child | `{"rule":"atLeast","flat":"area","asks":{"sum":[{"times":9,"of":{"from":6}},{"times":6,"of":{"below":6}}]},"unit":"m²"}` |
 * | bedrooms at least, by a standard | `{"rule":"atLeast","flat":"bedrooms","asks":{"standard":"ukBedroomStandard"},"unit":"rooms"}` |
 * | one bedroom beyond a standard at most | `{"rule":"atMost","flat":"bedrooms","asks":{"sum":[{"standard":"ukBedroomStandard"},{"fixed":1}]},"unit":"rooms"}` |
 * | 50 m² at most, 15 m² more for each further person | `{"rule":"atMost","flat":"area","asks":{"byPersons":[50],"eachFurther":15},"unit":"m²"}` |
 * | a room at least for every two persons | `{"rule":"atLeast","flat":"rooms","asks":{"times":0.5,"of":"persons"},"unit":"rooms"}` |
 * | bedrooms at least, from a table | `{"rule":"atLeast","flat":"bedrooms","asks":{"byPersons":[1,1,2,2,3,3]},"unit":"rooms"}` |
 * | cap on the cold rent, a tenth above a table | `{"rule":"atMost","flat":"coldRent","asks":{"byPersons":[351,425,506,591,675],"eachFurther":81,"percent":110},"unit":"EUR"}` |
 * | cap on the gross cold rent, none stated for three | `{"rule":"atMost","flat":"grossColdRent","asks":{"byPersons":[437,526,null,747]},"unit":"EUR"}` |
 * | cap on what is paid of the gross cold rent, whole flats and rooms alike | `{"rule":"atMost","flat":"grossColdRentShare","asks":{"byPersons":[468]},"unit":"EUR"}` |
 * | step-free, if needed | `{"rule":"implies","household":"needsStepFree","flat":"stepFree"}` |
 * | ground floor or lift, if needed | `{"rule":"implies","household":"needsStepFree","flat":"groundFloorOrLift"}` |
 * | pets allowed, if there are any; let pass if not stated | `{"rule":"implies","household":"hasPets","flat":"petsAllowed","unstated":"allow"}` |
 * | districts wanted | `{"rule":"oneOf","word":"flat.district","list":"household.districts"}` |
 * | districts refused | `{"rule":"noneOf","word":"flat.district","list":"household.notDistricts"}` |
 * | districts barred to all | `{"rule":"noneOf","word":"flat.district","list":["Rorup"]}` |
 * | free within two weeks | `{"rule":"atMost","flat":"daysUntilFree","asks":{"fixed":14},"unit":"days"}` |
 * | available for a year at least | `{"rule":"atLeast","flat":"daysAvailable","asks":{"fixed":365},"unit":"days"}` |
 * | contracts that the landlord lets run for two years | `{"rule":"atLeast","flat":"contractMax","asks":{"fixed":730},"unit":"days"}` |
 * | no contract that must run for more than a year | `{"rule":"atMost","flat":"contractMin","asks":{"fixed":365},"unit":"days"}` |
 * | where the law lets the household live | `{"rule":"residenceDuty"}` |
 * | a cap for those whose rent the job centre pays | `{"rule":"atMost","flat":"grossColdRentShare","asks":{"byPersons":[468]},"unit":"EUR","for":["SGB II"]}` |
 * | anything else | `{"rule":"where","predicate":"near a school"}` |
 *
 * @category model
 */
export type Rule = Comparison | Membership | Implication | ResidenceRule | Where
