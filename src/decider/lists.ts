import type { HouseholdId } from '../domain/id.ts'
import { giveOut, rows } from '../table/index.ts'
import { inserted, withoutOne } from '../table/sorted.ts'
import { exchangeStay, weeksOf } from './arrivals.ts'
import type { MutableRegistry, PrivateRegistry } from './draft.ts'
import { newFlat, newHousehold, newSite, reviseFlat, reviseHousehold, reviseSite } from './known.ts'
import type { PlacementRecord, Promised } from './registry.ts'
import { exchanged, listed, type Residence, type Stay, type Tenancy } from './residence.ts'

/**
 * The lists that households, flats and sites have of their residences and open placements: what those tables
 * say, once more by whom it concerns. They follow each change at once, or they are made when all is known.
 */
export interface Lists {
  /** Of a residence is known what it is now, in place of what it was before, if anything. */
  readonly residence: (draft: MutableRegistry, before: Residence | undefined, now: Residence) => void
  /** A placement is open, or has come to an end. */
  readonly placement: (draft: MutableRegistry, now: PlacementRecord) => void
}

const listResidence: Lists['residence'] = (draft, before, now) => {
  const household = reviseHousehold(draft, now.householdId)
  household.residences = exchanged(household.residences, before, now)
  if (now.kind === 'tenancy') {
    const flat = reviseFlat(draft, now.placeId)
    flat.tenancies = exchanged(flat.tenancies, before as Tenancy | undefined, now)
  } else exchangeStay(reviseSite(draft, now.placeId).arrivals, before as Stay | undefined, now)
}

/** By id, so that the order of recording leaves no trace. */
const isAfter = (a: Promised, b: Promised): boolean => a.placementId > b.placementId
const isGreater = (a: string, b: string): boolean => a > b

/** Whether a placement keeps its flat and its household for one another. */
const isOpen = ({ state }: PlacementRecord): boolean => state === 'proposed' || state === 'agreed'

const listPlacement: Lists['placement'] = (draft, placement) => {
  const { id, proposed: from } = placement
  const flat = reviseFlat(draft, placement.flatId)
  const household = reviseHousehold(draft, placement.householdId)
  if (isOpen(placement)) {
    flat.promised = inserted(flat.promised, { placementId: id, from }, isAfter)
    household.openPlacements = inserted(household.openPlacements, id, isGreater)
  } else {
    const at = flat.promised.findIndex(({ placementId }) => placementId === id)
    flat.promised = withoutOne(flat.promised, at)
    household.openPlacements = withoutOne(household.openPlacements, household.openPlacements.indexOf(id))
  }
}

/** Lists that somebody asks between one event and the next. */
export const keptUp: Lists = { residence: listResidence, placement: listPlacement }

const later = (): void => undefined

/** Lists that nobody asks before {@link listAll} makes them. */
export const leftOut: Lists = { residence: later, placement: later }

const householdOf = ({ householdId }: Residence): HouseholdId => householdId
const placeOf = <Home extends Residence>({ placeId }: Home): Home['placeId'] => placeId

/** Makes the lists that were left out: each in one go, and not with every event. */
export const listAll = ({ draft, registry }: PrivateRegistry): void => {
  const residences = [...rows(registry.residences)]
  const tenancies = residences.filter(each => each.kind === 'tenancy')
  const stays = residences.filter(each => each.kind === 'stay')
  giveOut(draft.households, residences, householdOf, newHousehold, (household, all) => {
    household.residences = listed(all)
  })
  giveOut(draft.flats, tenancies, placeOf, newFlat, (flat, all) => {
    flat.tenancies = listed(all)
  })
  giveOut(draft.sites, stays, placeOf, newSite, (site, all) => {
    site.arrivals = weeksOf(listed(all))
  })
  for (const placement of rows(registry.placements)) {
    if (isOpen(placement)) listPlacement(draft, placement)
    else {
      // nothing came of it; but whoever is named is known
      reviseFlat(draft, placement.flatId)
      reviseHousehold(draft, placement.householdId)
    }
  }
}
