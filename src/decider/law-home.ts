import { type Day, isoOf } from '../domain/day.ts'
import type { Household } from '../domain/household.ts'
import type { HouseholdId } from '../domain/id.ts'
import { type Interval, overlap } from '../domain/interval.ts'
import { nextAfter } from '../table/history.ts'
import { get } from '../table/index.ts'
import { endOf, isPresent } from './lookup.ts'
import type { InTheWay, Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry } from './registry.ts'
import type { Residence } from './residence.ts'

// Each check looks at one law and says what breaks it, or nothing. They are joined with `??`: the first that
// finds something decides.

/** An interval has nights. */
export const hasNights = ({ from, until }: Interval): Refusal | undefined =>
  from < until ? undefined : { _tag: 'EmptyInterval', from: isoOf(from), until: isoOf(until) }

/** A household is there while it lives somewhere. */
export const presentOver = (household: HouseholdRecord, { from, until }: Interval): Refusal | undefined =>
  household.assigned <= from && until <= household.left ? undefined : notPresent(household)

export const presentOn = (household: HouseholdRecord, day: Day): Refusal | undefined =>
  isPresent(household, day) ? undefined : notPresent(household)

const notPresent = ({ id, assigned, left }: HouseholdRecord): Refusal => ({
  _tag: 'NotPresent',
  householdId: id,
  assigned: isoOf(assigned),
  left: endOf(left),
})

export const inTheWay = ({ kind, id, from, until }: Residence): InTheWay => ({
  kind,
  id,
  from: isoOf(from),
  until: endOf(until),
})

/** Law 1: one home on any night. `except` is a residence that the command itself ends or replaces. */
export const livesNowhereElse = (
  { id, residences }: HouseholdRecord,
  nights: Interval,
  except?: Residence,
): Refusal | undefined => {
  const other = residences.find(each => each !== except && overlap(each, nights))
  return other && { _tag: 'LivesElsewhere', householdId: id, residence: inTheWay(other) }
}

/** The days on which a household counted a person among its members while it was there. */
const membership = ({ assigned, left, versions }: HouseholdRecord, person: string): ReadonlyArray<Interval> =>
  versions
    .filter(({ value }) => value.members.some(({ id }) => id === person))
    .map(({ on }) => ({ from: Math.max(assigned, on), until: Math.min(left, nextAfter(versions, on)) }))

/**
 * A person belongs to one household that is there, on any day. `days` are those on which the household will be as
 * it is given; `changed` is another household as the command leaves it.
 */
export const personsAreFree = (
  registry: Registry,
  { id: own, members }: Household,
  days: Interval,
  changed?: HouseholdRecord,
): Refusal | undefined => {
  const recordOf = (id: HouseholdId): HouseholdRecord =>
    id === changed?.id ? changed : (get(registry.households, id) as HouseholdRecord)
  for (const { id: personId } of members) {
    for (const householdId of get(registry.persons, personId) ?? []) {
      if (householdId === own) continue
      if (membership(recordOf(householdId), personId).some(each => overlap(each, days)))
        return { _tag: 'PersonElsewhere', personId, householdId }
    }
  }
  return undefined
}
