/**
 * What is published about Dülmen, North Rhine-Westphalia, 2015 to 2017. Persons assigned per year: the town's
 * own table; flats, persons housed and changes of regime: the town's report on its work with refugees.
 */
export const published = {
  assigned: { 2015: 669, 2016: 58, 2017: 171 },
  assignedInAll: 1020,
  flats: 206,
  housedInFlats: 568,
  fromAsylbLGToSgbII: 459,
} as const

/**
 * The yearly table adds up to 898; the published total is 1,020. The demo hands the other 122 persons over in equal
 * parts in 2016 and 2017, as recognised refugees under the residence rule (§ 12a AufenthG, since 2016-08-06).
 * That is an assumption.
 */
export const others = { 2015: 0, 2016: 61, 2017: 61 } as const

/** Persons per household, 1 to 8, in 329 resettlement cases of the US fiscal year 2017. */
export const sizesOfCases = [157, 35, 34, 41, 34, 21, 6, 1] as const

export const years = [2015, 2016, 2017] as const
export type Year = (typeof years)[number]
