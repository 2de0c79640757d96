import { dayOf, type IsoDay, isoOf } from '../../domain/day.ts'
import { type Flat, units } from '../../domain/flat.ts'
import type { Seeker } from '../../domain/household.ts'
import { bindsOn } from '../../domain/residence-duty.ts'
import type { FlatFlag, FlatQuantity } from '../../rule/quantity.ts'
import type { Comparison, Membership } from '../../rule/rule.ts'
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
    case 'residenceDuty':
      return inScope(flat, seeker, on)
    case 'where':
      return null
  }
}

const asTheyCome: ReadonlyArray<FlatQuantity> = [
  'area',
  'coldRent',
  'grossColdRent',
  'coldRentShare',
  'grossColdRentShare',
]

/** Rooms are counted in halves, areas and rents as they come, all else as wholes. */
const inSteps = ({ rule, flat }: Comparison, asked: number): number => {
  if (asTheyCome.includes(flat)) return asked
  const step = flat === 'rooms' ? 0.5 : 1
  return (rule === 'atLeast' ? Math.ceil(asked / step) : Math.floor(asked / step)) * step
}

const withQuantity: Readonly<Record<FlatQuantity, (flat: Flat, asked: number, on: IsoDay) => Flat | null>> = {
  area: (flat, area) => ({ ...flat, area }),
  rooms: (flat, rooms) => ({ ...flat, rooms }),
  bedrooms: (flat, bedrooms) => ({ ...flat, bedrooms }),
  coldRent: (flat, cold) => withColdRent(flat, cold),
  grossColdRent: (flat, asked) => withGrossColdRent(flat, asked),
  coldRentShare: (flat, asked) => withColdRent(flat, asked * units(flat)),
  grossColdRentShare: (flat, asked) => withGrossColdRent(flat, asked * units(flat)),
  personsMax: (flat, personsMax) => ({ ...flat, landlord: { ...flat.landlord, personsMax } }),
  contractMin: (flat, daysMin) => ({ ...flat, landlord: { ...flat.landlord, daysMin } }),
  contractMax: (flat, daysMax) => ({ ...flat, landlord: { ...flat.landlord, daysMax } }),
  floor: (flat, floor) => ({ ...flat, floor }),
  daysUntilFree: (flat, days, on) => ({ ...flat, availableFrom: isoOf(dayOf(on) + days) }),
  daysAvailable: (flat, days, on) => ({ ...flat, availableUntil: isoOf(dayOf(on) + days) }),
}

const withColdRent = (flat: Flat, cold: number): Flat | null =>
  cold < 0 ? null : { ...flat, rent: { ...flat.rent, cold } }

const withGrossColdRent = (flat: Flat, gross: number): Flat | null =>
  flat.rent.serviceCharges === undefined ? null : withColdRent(flat, gross - flat.rent.serviceCharges)

/** Where all duties that bind the household let it live; `null` if they name different places of one kind. */
const inScope = (flat: Flat, { household }: Seeker, on: IsoDay): Flat | null => {
  const duties = (household.residenceDuties ?? []).filter(duty => bindsOn(duty, on))
  const isAlone = duties.every(a => duties.every(b => a.scope !== b.scope || a.place === b.place))
  return isAlone ? { ...flat, ...Object.fromEntries(duties.map(({ scope, place }) => [scope, place])) } : null
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
  switch (word) {
    case 'flat.district':
      return { ...flat, district: first }
    case 'flat.schoolDistrict':
      return { ...flat, schoolDistrict: first }
    case 'flat.municipality':
      return { ...flat, municipality: first }
    case 'household.regime':
      if (list !== 'flat.regimes') return null
      return {
        ...flat,
        landlord: { ...flat.landlord, regimes: [...(flat.landlord?.regimes ?? []), seeker.regime] },
      }
  }
}
