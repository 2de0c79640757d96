import type { Household } from '../../domain/household.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person.ts'

/** A household taken apart into its couples and everybody else. */
export interface Couples {
  readonly couples: ReadonlyArray<readonly [Person, Person]>
  readonly others: ReadonlyArray<Person>
}

/**
 * The couples that live in a household, of any age and sex. Two members are a couple if each names the other, or if
 * one names the other and this one names nobody. Who names a partner elsewhere is in no couple here. Where several
 * members name one who names nobody, the first of them by id is the partner: nobody is in two couples, and the order
 * of the members does not matter.
 */
export const couplesOf = ({ members }: Household): Couples => {
  const claimants = new Map<PersonId, PersonId>()
  for (const { id, partner } of members) {
    if (partner === undefined) continue
    const earlier = claimants.get(partner)
    if (earlier === undefined || id < earlier) claimants.set(partner, id)
  }
  const partnerOf = ({ id, partner }: Person): PersonId | undefined => partner ?? claimants.get(id)
  const byId = new Map(members.map(person => [person.id, person]))
  const inCouple = (person: Person): Person | undefined => {
    const partner = byId.get(partnerOf(person) ?? person.id)
    return partner !== undefined && partner !== person && partnerOf(partner) === person.id
      ? partner
      : undefined
  }
  return {
    couples: members.flatMap(person => {
      const partner = inCouple(person)
      return partner !== undefined && person.id < partner.id ? [[person, partner] as const] : []
    }),
    others: members.filter(person => inCouple(person) === undefined),
  }
}
