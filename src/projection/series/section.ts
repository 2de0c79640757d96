/**
 * What is posted, and where: each section of the ledger is a list of postings of one kind. A posting begins with the
 * number of its entry (which event it is of) and its day; then come so many amounts, which later postings may take back,
 * and then the words that figures are broken down by.
 */
export const sections = [
  /** From this day on a household of the population is, and lives, as said (1), or no longer so (-1). */
  { name: 'living', width: 5, amounts: 1 },
  /** A household's regime changed. */
  { name: 'regimes', width: 6, amounts: 1 },
  /** A household was handed over. */
  { name: 'arrivals', width: 6, amounts: 1 },
  /** A household moved into a flat. */
  { name: 'moveIns', width: 7, amounts: 1 },
  /** From this day on a flat has so many more units let, units there, persons and persons allowed. */
  { name: 'flats', width: 7, amounts: 4 },
  /** From this day on a site has so many more persons and places. */
  { name: 'sites', width: 6, amounts: 2 },
] as const

/** The number of a section: its place in {@link sections}. */
export const [living, regimes, arrivals, moveIns, flats, sites] = [0, 1, 2, 3, 4, 5] as const

/** The columns of all postings, and of those about a household. */
export const at = {
  entry: 0,
  day: 1,
  amount: 2,
  roster: 3,
  circumstances: 4,
} as const

/** The last column of changes of regime, and of arrivals. */
export const [atBefore, atHousehold] = [5, 5] as const

/** The columns of move-ins after the amount. */
export const atMoveIn = { roster: 3, district: 4, household: 5, flat: 6 } as const

/** The columns of flats and of sites after the day. */
export const atFlat = { let: 2, there: 3, persons: 4, allowed: 5, district: 6 } as const
export const atSite = { persons: 2, places: 3, district: 4, dwelling: 5 } as const
