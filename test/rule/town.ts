import type {
  Age,
  Flat,
  FlatId,
  HouseholdId,
  IsoDay,
  Needs,
  Person,
  PersonId,
  Regime,
  Seeker,
  Wishes,
} from 'einzug'

export const day = '2016-03-01' as IsoDay

interface Traits {
  readonly persons?: number
  readonly children?: number
  readonly regime?: Regime
  readonly needs?: Needs
  readonly wishes?: Wishes
}

const person = (group: 'adult' | 'child', at: number): Person => ({
  id: `${group} ${at}` as PersonId,
  age: { known: 'group', group },
})

/** A household of `persons`, `children` of them children. */
export const household = ({
  persons = 1,
  children = 0,
  regime = 'AsylbLG',
  ...rest
}: Traits = {}): Seeker => {
  const [first, ...others] = Array.from({ length: persons }, (_, at) =>
    person(at < persons - children ? 'adult' : 'child', at),
  )
  const members: Seeker['household']['members'] = [first as Person, ...others]
  return {
    household: { id: 'H1' as HouseholdId, members, ...rest },
    regime,
    waitingSince: '2016-01-01' as IsoDay,
  }
}

/** A household of people of these ages. */
export const aged = (...ages: ReadonlyArray<Age>): Seeker => {
  const seeker = household()
  const members = ages.map((age, at): Person => ({ id: `person ${at}` as PersonId, age }))
  return {
    ...seeker,
    household: { ...seeker.household, members: members as unknown as Seeker['household']['members'] },
  }
}

/** A flat of 48 m² with 2 rooms for €460.00 cold, of which nothing more is known. */
export const home = (traits: Partial<Flat> = {}): Flat => ({
  id: 'F1' as FlatId,
  district: 'Mitte',
  area: 48,
  rooms: 2,
  rent: { cold: 46_000 },
  ...traits,
})
