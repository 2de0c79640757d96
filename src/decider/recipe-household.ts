import { dayOf } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import type { HouseholdAssigned, HouseholdChanged, HouseholdLeft, RegimeChanged } from '../event/event.ts'
import { begins, entered } from '../table/history.ts'
import { alter, type MutableRegistry, revise, write } from './draft.ts'
import { none } from './registry.ts'

/** Keeps which households ever counted a person: by id, so that the order of recording leaves no trace. */
const count = (draft: MutableRegistry, { id, members }: Household): void => {
  const alone = [id] // one list for all members: most persons are only ever counted in one household
  for (const person of members) {
    alter(draft.persons, person.id, known => {
      if (known === undefined) return alone
      return known.includes(id) ? undefined : [...known, id].sort()
    })
  }
}

export const assigned = (draft: MutableRegistry, { data }: HouseholdAssigned): void => {
  const on = dayOf(data.on)
  write(draft.households, data.household.id, {
    id: data.household.id,
    assigned: on,
    left: Infinity,
    versions: [{ on, value: data.household }],
    regimes: begins(on, data.regime),
    residences: none,
    openPlacements: none,
  })
  count(draft, data.household)
}

export const changed = (draft: MutableRegistry, { data }: HouseholdChanged): void => {
  revise(draft.households, data.household.id, household => ({
    ...household,
    versions: entered(household.versions, dayOf(data.on), data.household),
  }))
  count(draft, data.household)
}

export const regimeChanged = (draft: MutableRegistry, { data }: RegimeChanged): void => {
  revise(draft.households, data.householdId, household => ({
    ...household,
    regimes: entered(household.regimes, dayOf(data.on), data.regime),
  }))
}

export const left = (draft: MutableRegistry, { data }: HouseholdLeft): void => {
  revise(draft.households, data.householdId, household => ({ ...household, left: dayOf(data.on) }))
}
