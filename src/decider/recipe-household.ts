import { dayOf } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import type { HouseholdId } from '../domain/id.ts'
import type { Person } from '../domain/person.ts'
import type { HouseholdAssigned, HouseholdChanged, HouseholdLeft, RegimeChanged } from '../event/event.ts'
import { entered, enteredPlain, valueOn } from '../table/history.ts'
import { none } from '../table/sorted.ts'
import { append, type MutableRegistry } from './draft.ts'
import { reviseHousehold } from './known.ts'

/** Whether somebody is among persons. Most stand where they stood before: they are looked for from there on. */
const isAmong = (persons: ReadonlyArray<Person>, { id }: Person, at: number): boolean => {
  for (let k = 0; k < persons.length; k++) if (persons[(at + k) % persons.length]?.id === id) return true
  return false
}

/** By id, so that the order of recording leaves no trace. */
const together = (
  known: ReadonlyArray<HouseholdId>,
  more: ReadonlyArray<HouseholdId>,
): ReadonlyArray<HouseholdId> =>
  more.every(id => known.includes(id)) ? known : [...new Set([...known, ...more])].sort()

/**
 * Keeps which households ever counted a person. Those who were `counted` in the household already need no second look:
 * of a birth, all but one.
 */
const count = (
  draft: MutableRegistry,
  { id, members }: Household,
  counted: ReadonlyArray<Person> = none,
): void => {
  const alone = [id] // one list for all members: most persons are only ever counted in one household
  for (let k = 0; k < members.length; k++) {
    const person = members[k] as Person
    if (!isAmong(counted, person, k)) append(draft.persons, person.id, alone, together)
  }
}

/** A household that had left before is here again. */
export const assigned = (draft: MutableRegistry, { data }: HouseholdAssigned): void => {
  const on = dayOf(data.on)
  const household = reviseHousehold(draft, data.household.id)
  household.assigned = on
  if (household.left < on) household.left = Infinity
  household.versions = entered(household.versions, on, data.household)
  household.regimes = enteredPlain(household.regimes, on, data.regime)
  count(draft, data.household)
}

export const changed = (draft: MutableRegistry, { data }: HouseholdChanged): void => {
  const household = reviseHousehold(draft, data.household.id)
  const on = dayOf(data.on)
  count(draft, data.household, valueOn(household.versions, on)?.members)
  household.versions = entered(household.versions, on, data.household)
}

export const regimeChanged = (draft: MutableRegistry, { data }: RegimeChanged): void => {
  const household = reviseHousehold(draft, data.householdId)
  household.regimes = enteredPlain(household.regimes, dayOf(data.on), data.regime)
}

export const left = (draft: MutableRegistry, { data }: HouseholdLeft): void => {
  reviseHousehold(draft, data.householdId).left = dayOf(data.on)
}
