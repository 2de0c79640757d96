import { dayOf, type IsoDay, isoOf } from '../domain/day.ts'
import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import type { FlatFlag, FlatQuantity } from '../rule/quantity.ts'
import { words } from '../rule/quantity.ts'
import type { Comparison, Membership } from '../rule/rule.ts'
import type { RuleFailure } from './miss.ts'

/** A flat that meets the rules it failed by, changed in nothing else; `null` where no change of a flat would do. */
export const amended = (
  flat: Flat,
  seeker: Seeker,
  failures: ReadonlyArray<RuleFailure>,
  on: IsoDay,
): Flat | null =>
  failures.reduce<Flat | null>(
    (changed, failure) => (changed === null ? null : meeting(changed, seeker, failure, on)),
    flat,
  )

const meeting = (flat: Flat, seeker: Seeker, { rule, verdict }: RuleFailure, on: IsoDay): Flat | null => {
  if (verdict._tag !== 'Fails') return flat
  switch (rule.rule) {
    case 'atLeast':
    case 'atMost':
      return withQuantity[rule.flat](flat, inSteps(rule, Number(verdict.asked)), on)
    case 'implies':
      return withFlag[rule.flat](flat)
    case 'oneOf':
    case 'noneOf':
      return withWord(flat, seeker, rule, verdict.asked)
    case 'where':
      return null
  }
}

/** Rooms are counted in halves, areas and rents as they come, all else as wholes. */
const inSteps = ({ rule, flat }: Comparison, asked: number): number => {
  if (flat === 'area' || flat === 'coldRent' || flat === 'grossColdRent') return asked
  const step = flat === 'rooms' ? 0.5 : 1
  return (rule === 'atLeast' ? Math.ceil(asked / step) : Math.floor(asked / step)) * step
}

const withQuantity: Readonly<Record<FlatQuantity, (flat: Flat, asked: number, on: IsoDay) => Flat | null>> = {
  area: (flat, area) => ({ ...flat, area }),
  rooms: (flat, rooms) => ({ ...flat, rooms }),
  bedrooms: (flat, bedrooms) => ({ ...flat, bedrooms }),
  coldRent: (flat, cold) => (cold < 0 ? null : { ...flat, rent: { ...flat.rent, cold } }),
  grossColdRent: (flat, asked) => {
    const { serviceCharges } = flat.rent
    return serviceCharges === undefined || asked < serviceCharges
      ? null
      : { ...flat, rent: { ...flat.rent, cold: asked - serviceCharges } }
  },
  personsMax: (flat, personsMax) => ({ ...flat, landlord: { ...flat.landlord, personsMax } }),
  floor: (flat, floor) => ({ ...flat, floor }),
  daysUntilFree: (flat, days, on) => ({ ...flat, availableFrom: isoOf(dayOf(on) + days) }),
  daysAvailable: (flat, days, on) => ({ ...flat, availableUntil: isoOf(dayOf(on) + days) }),
}

const withFlag: Readonly<Record<FlatFlag, (flat: Flat) => Flat>> = {
  stepFree: flat => ({ ...flat, stepFree: true }),
  groundFloorOrLift: flat => ({ ...flat, lift: true }),
  petsAllowed: flat => ({ ...flat, petsAllowed: true }),
}

const withWord = (
  flat: Flat,
  seeker: Seeker,
  { rule, word, list }: Membership,
  asked: number | string | ReadonlyArray<string>,
): Flat | null => {
  const [first] = typeof asked === 'object' ? asked : []
  if (rule === 'noneOf' || first === undefined) return null
  if (word === 'flat.district') return { ...flat, district: first }
  if (list !== 'flat.regimes') return null
  const regimes = [...(flat.landlord?.regimes ?? []), words[word].of(seeker)]
  return { ...flat, landlord: { ...flat.landlord, regimes } }
}
