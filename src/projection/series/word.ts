import type { Regime } from '../../domain/household.ts'
import type { Dwelling } from '../dwelling.ts'

/** Kinds of dwelling by number, as {@link inFlat} and the others count them. */
export const dwellingNames = [
  'flat',
  'reception',
  'site',
  'unknown',
] as const satisfies ReadonlyArray<Dwelling>

export const regimeNames = ['AsylbLG', 'SGB II', 'SGB XII', 'none'] as const satisfies ReadonlyArray<Regime>

/** What is not recorded. */
export const notRecorded = -1

const districts: Array<string> = []
const numbers = new Map<string, number>()

/**
 * The number of a district. Districts are few, and numbered once for all ledgers, so that postings of two
 * municipalities can be put together as they are.
 */
export const districtNumber = (name: string | undefined): number => {
  if (name === undefined) return notRecorded
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, districts.length)
  return districts.push(name) - 1
}

export const districtName = (number: number): string | null => districts[number] ?? null
