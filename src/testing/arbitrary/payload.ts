import * as fc from 'fast-check'
import { digest } from '../../domain/digest.ts'
import type {
  AllocationId,
  FlatId,
  HouseholdId,
  PlacementId,
  SiteId,
  StayId,
  TenancyId,
} from '../../domain/id.ts'
import type {
  AgainstAllocation,
  ChangeOfHousehold,
  DeclineReason,
  Departure,
  EndOfTenancy,
  HousingEvent,
  Override,
  Withdrawal,
} from '../../event/event.ts'
import { day } from './day.ts'
import { flat } from './flat.ts'
import { household, regime } from './household.ts'
import { id } from './id.ts'
import { plain, whole } from './plain.ts'
import { policy } from './policy.ts'
import { site } from './site.ts'
import { text } from './text.ts'

type Payloads = {
  readonly [E in HousingEvent as E['type']]: fc.Arbitrary<E['data']>
}

const counts = (...names: ReadonlyArray<string>): fc.Arbitrary<Readonly<Record<string, number>>> =>
  whole(Object.fromEntries(names.map(name => [name, fc.nat(100_000)])))

/** The data of every event. */
export const payloads = (): Payloads => {
  const on = day()
  const householdId = id<HouseholdId>({ prefix: 'H' })
  const flatId = id<FlatId>({ prefix: 'F' })
  const siteId = id<SiteId>({ prefix: 'S' })
  const stayId = id<StayId>({ prefix: 'A' })
  const tenancyId = id<TenancyId>({ prefix: 'T' })
  const placementId = id<PlacementId>({ prefix: 'P' })
  const allocationId = id<AllocationId>({ prefix: 'V' })
  const someDigest = fc.nat().map(digest)
  const reason = text('entered twice', 'wrong day', 'the landlord says so')
  const overflow = text('arrival at night', 'no other place')
  const override: fc.Arbitrary<Override> = whole<Override>({ rule: text('Rule 1', 'cap'), reason })
  const against = whole<AgainstAllocation>({ allocationId, gave: fc.option(flatId), reason })
  const until = fc.option(on)
  return {
    HouseholdAssigned: plain({ on, household: household(), regime: regime(), separatedFrom: householdId }, [
      'on',
      'household',
      'regime',
    ]),
    HouseholdChanged: plain(
      {
        on,
        household: household(),
        reason: fc.constantFrom<ChangeOfHousehold>(
          'birth',
          'death',
          'family reunion',
          'separation',
          'needs',
          'wishes',
          'correction',
        ),
        overflow,
      },
      ['on', 'household', 'reason'],
    ),
    RegimeChanged: whole({ on, householdId, regime: regime() }),
    HouseholdLeft: whole({
      on,
      householdId,
      reason: fc.constantFrom<Departure>(
        'moved away',
        'returned',
        'transferred',
        'deported',
        'died',
        'other',
      ),
    }),
    FlatListed: whole({ on, flat: flat({ mayBeBlocked: true }) }),
    FlatChanged: whole({ on, flat: flat({ mayBeBlocked: true }) }),
    FlatWithdrawn: whole({
      on,
      flatId,
      reason: fc.constantFrom<Withdrawal>(
        'let elsewhere',
        'landlord',
        'sold',
        'defects',
        'lease ended',
        'other',
      ),
    }),
    SiteOpened: whole({ on, site: site({ mayBeBlocked: true }) }),
    SiteChanged: plain({ on, site: site({ mayBeBlocked: true }), overflow }, ['on', 'site']),
    SiteClosed: whole({ on, siteId }),
    StayStarted: plain({ on, stayId, householdId, siteId, overflow }, [
      'on',
      'stayId',
      'householdId',
      'siteId',
    ]),
    StayEnded: whole({ on, stayId }),
    StayCorrected: plain({ on, stayId, until, reason, overflow }, ['on', 'stayId', 'until', 'reason']),
    StayAnnulled: whole({ on, stayId, reason }),
    PolicyAdopted: policy().chain(each =>
      whole({ on, policy: fc.constant(each), digest: fc.constant(digest(each)) }),
    ),
    AllocationMade: whole({
      on,
      allocationId,
      policyDigest: someDigest,
      problemDigest: someDigest,
      seed: fc.option(fc.maxSafeInteger()),
      totals: counts(
        'households',
        'persons',
        'flats',
        'compatiblePairs',
        'placements',
        'personsHoused',
        'fit',
      ),
    }) as unknown as Payloads['AllocationMade'],
    PlacementProposed: plain({ on, placementId, householdId, flatId, allocationId, against }, [
      'on',
      'placementId',
      'householdId',
      'flatId',
    ]),
    PlacementDeclined: whole({
      on,
      placementId,
      by: fc.constantFrom<'household' | 'landlord'>('household', 'landlord'),
      reason: fc.constantFrom<DeclineReason>(
        'too small',
        'too large',
        'too expensive',
        'location',
        'condition of the flat',
        'access',
        'chose another household',
        'no longer available',
        'no answer',
        'other',
      ),
    }),
    PlacementWithdrawn: whole({ on, placementId, reason }),
    PlacementAgreed: whole({ on, placementId }),
    TenancyStarted: plain({ on, tenancyId, householdId, flatId, placementId, override }, [
      'on',
      'tenancyId',
      'householdId',
      'flatId',
    ]),
    TenancyEnded: whole({
      on,
      tenancyId,
      reason: fc.constantFrom<EndOfTenancy>(
        'notice',
        'moved',
        'exchange',
        'term ended',
        'left the municipality',
        'died',
        'other',
      ),
    }),
    TenancyCorrected: plain({ on, tenancyId, until, reason, override }, [
      'on',
      'tenancyId',
      'until',
      'reason',
    ]),
    TenancyAnnulled: whole({ on, tenancyId, reason }),
  }
}
