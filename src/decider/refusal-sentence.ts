import type { IsoDay } from '../domain/day.ts'
import type { InTheWay, Refusal } from './refusal.ts'

const days = (from: IsoDay, until: IsoDay | null): string =>
  until === null ? `since ${from}` : `from ${from} until ${until}`

const homeOf = ({ kind, id, from, until }: InTheWay): string => `${kind} ${id}, ${days(from, until)}`

const list = (ids: ReadonlyArray<string>): string => ids.join(', ')

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/**
 * A refusal as an English sentence. It names ids, days and numbers, and nobody.
 *
 * @example
 * ```ts
 * import { type FlatId, type IsoDay, refusalSentence } from 'einzug'
 * const refusal = { _tag: 'FlatNotListed', flatId: 'F1' as FlatId, on: '2016-03-01' as IsoDay } as const
 * refusalSentence(refusal) // => 'Flat F1 is not listed on 2016-03-01.'
 * ```
 * @category refusals
 */
export const refusalSentence = (refusal: Refusal): string => {
  switch (refusal._tag) {
    case 'AlreadyHandled':
      return `Command ${refusal.commandId} was handled before.`
    case 'Unknown':
      return `There is no ${refusal.what} ${refusal.id}.`
    case 'AlreadyExists':
      return `There is a ${refusal.what} ${refusal.id} already.`
    case 'NotPresent':
      return `Household ${refusal.householdId} is here only ${days(refusal.assigned, refusal.left)}.`
    case 'FactsBeyond':
      return `Household ${refusal.householdId} cannot have left: something is recorded of it on ${refusal.last}.`
    case 'PersonElsewhere':
      return `Person ${refusal.personId} belongs to household ${refusal.householdId}.`
    case 'NotAPartition':
      return `Each of ${list(refusal.personIds)} must be in exactly one of the two households.`
    case 'LivesElsewhere':
      return `Household ${refusal.householdId} has a home already: ${homeOf(refusal.residence)}.`
    case 'EmptyInterval':
      return `There is no night from ${refusal.from} until ${refusal.until}.`
    case 'NotOpenEnded':
      return `It has an end already: ${homeOf(refusal.residence)}.`
    case 'Annulled':
      return `${refusal.id} was annulled.`
    case 'BadPolicy':
      return `The policy is not sound: ${list(refusal.issues.map(({ path, expected }) => `${path.join('.')}: expected ${expected}`))}.`
    case 'RulesBroken':
      return `Flat ${refusal.flatId} breaks the rules: ${list(refusal.rules.map(({ rule }) => rule))}.`
    case 'NothingToOverride':
      return `Rule ${refusal.rule} does not stand in the way.`
    case 'AllocationGave':
      return `Allocation ${refusal.allocationId} gave household ${refusal.householdId} ${refusal.flatId === null ? 'no flat' : `flat ${refusal.flatId}`}: nothing departs from that.`
    case 'FlatTaken':
      return `Flat ${refusal.flatId} has ${counted(refusal.units, 'unit', 'units')}, taken on ${refusal.on} by ${list(refusal.tenancies)}.`
    case 'FlatBlocked':
      return `Flat ${refusal.flatId} has ${counted(refusal.blocked.count, 'unit', 'units')} blocked on ${refusal.on}: ${refusal.blocked.reason}.`
    case 'FlatPromised':
      return `Flat ${refusal.flatId} has ${counted(refusal.units, 'unit', 'units')}, promised by ${list(refusal.placements)}.`
    case 'FlatListed':
      return `Flat ${refusal.flatId} is listed already.`
    case 'FlatNotListed':
      return `Flat ${refusal.flatId} is not listed on ${refusal.on}.`
    case 'TenancyStartsThen':
      return `Flat ${refusal.flatId} must be listed on ${refusal.from}: tenancy ${refusal.tenancyId} starts then.`
    case 'SiteFull':
      return `Site ${refusal.siteId} has ${counted(refusal.places, 'place', 'places')}, and would hold ${counted(refusal.persons, 'person', 'persons')} on ${refusal.on}.`
    case 'SiteNotOpen':
      return `Site ${refusal.siteId} is open only ${days(refusal.opened, refusal.closed)}.`
    case 'SiteInUse':
      return `Site ${refusal.siteId} is in use: stay ${refusal.stayId} ${refusal.until === null ? 'goes on' : `lasts until ${refusal.until}`}.`
    case 'SiteChangedThen':
      return `Site ${refusal.siteId} cannot have closed: something is recorded of it on ${refusal.last}.`
    case 'PlacementIs':
      return `Placement ${refusal.placementId} is ${refusal.state}.`
    case 'PlacementSince':
      return `Placement ${refusal.placementId} is ${refusal.state} since ${refusal.since} only.`
    case 'PlacementOpen':
      return `Household ${refusal.householdId} has an open placement already: ${refusal.placementId}.`
    case 'OtherPlacement':
      return `Placement ${refusal.placementId} is for household ${refusal.householdId} and flat ${refusal.flatId}.`
  }
}
