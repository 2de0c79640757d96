import { type Refusal, refusalSentence } from 'einzug'
import { describe, expect, test } from 'vitest'

const home = { kind: 'stay', id: 'B', from: '2016-01-05', until: '2016-02-01' }
const sentences: ReadonlyArray<readonly [refusal: Readonly<Record<string, unknown>>, sentence: string]> = [
  [{ _tag: 'AlreadyHandled', commandId: 'c1' }, 'Command c1 was handled before.'],
  [{ _tag: 'Unknown', what: 'flat', id: 'F' }, 'There is no flat F.'],
  [{ _tag: 'AlreadyExists', what: 'site', id: 'S' }, 'There is a site S already.'],
  [
    { _tag: 'NotPresent', householdId: 'H', assigned: '2016-01-01', left: null },
    'Household H is here only since 2016-01-01.',
  ],
  [
    { _tag: 'NotPresent', householdId: 'H', assigned: '2016-01-01', left: '2016-03-01' },
    'Household H is here only from 2016-01-01 until 2016-03-01.',
  ],
  [
    { _tag: 'FactsBeyond', householdId: 'H', last: '2016-05-01' },
    'Household H cannot have left: something is recorded of it on 2016-05-01.',
  ],
  [{ _tag: 'PersonElsewhere', personId: 'P', householdId: 'H' }, 'Person P belongs to household H.'],
  [
    { _tag: 'NotAPartition', householdId: 'H', personIds: ['P', 'Q'] },
    'Each of P, Q must be in exactly one of the two households.',
  ],
  [
    { _tag: 'LivesElsewhere', householdId: 'H', residence: home },
    'Household H has a home already: stay B, from 2016-01-05 until 2016-02-01.',
  ],
  [
    { _tag: 'EmptyInterval', from: '2016-02-01', until: '2016-01-01' },
    'There is no night from 2016-02-01 until 2016-01-01.',
  ],
  [
    { _tag: 'NotOpenEnded', residence: { ...home, until: null } },
    'It has an end already: stay B, since 2016-01-05.',
  ],
  [{ _tag: 'Annulled', id: 'T' }, 'T was annulled.'],
  [
    { _tag: 'BadPolicy', issues: [{ path: ['rules', 0, 'unit'], expected: 'rooms', found: 'm²' }] },
    'The policy is not sound: rules.0.unit: expected rooms.',
  ],
  [
    { _tag: 'RulesBroken', flatId: 'F', rules: [{ rule: 'area' }, { rule: 'cap' }] },
    'Flat F breaks the rules: area, cap.',
  ],
  [{ _tag: 'NothingToOverride', rule: 'cap' }, 'Rule cap does not stand in the way.'],
  [
    { _tag: 'FlatTaken', flatId: 'F', on: '2016-01-01', units: 1, tenancies: ['T'] },
    'Flat F has 1 unit, taken on 2016-01-01 by T.',
  ],
  [
    { _tag: 'FlatBlocked', flatId: 'F', on: '2016-01-01', blocked: { count: 1, reason: 'major works' } },
    'Flat F has 1 unit blocked on 2016-01-01: major works.',
  ],
  [
    { _tag: 'FlatPromised', flatId: 'F', units: 2, placements: ['V', 'W'] },
    'Flat F has 2 units, promised by V, W.',
  ],
  [{ _tag: 'FlatListed', flatId: 'F' }, 'Flat F is listed already.'],
  [{ _tag: 'FlatNotListed', flatId: 'F', on: '2016-01-01' }, 'Flat F is not listed on 2016-01-01.'],
  [
    { _tag: 'TenancyStartsThen', flatId: 'F', tenancyId: 'T', from: '2016-01-01' },
    'Flat F must be listed on 2016-01-01: tenancy T starts then.',
  ],
  [
    { _tag: 'SiteFull', siteId: 'S', on: '2016-01-01', places: 1, persons: 2 },
    'Site S has 1 place, and would hold 2 persons on 2016-01-01.',
  ],
  [
    { _tag: 'SiteNotOpen', siteId: 'S', opened: '2016-01-01', closed: null },
    'Site S is open only since 2016-01-01.',
  ],
  [{ _tag: 'SiteInUse', siteId: 'S', stayId: 'B', until: null }, 'Site S is in use: stay B goes on.'],
  [
    { _tag: 'SiteInUse', siteId: 'S', stayId: 'B', until: '2016-01-09' },
    'Site S is in use: stay B lasts until 2016-01-09.',
  ],
  [
    { _tag: 'SiteChangedThen', siteId: 'S', last: '2016-01-09' },
    'Site S cannot have closed: something is recorded of it on 2016-01-09.',
  ],
  [{ _tag: 'PlacementIs', placementId: 'V', state: 'agreed' }, 'Placement V is agreed.'],
  [
    { _tag: 'PlacementSince', placementId: 'V', state: 'agreed', since: '2016-01-09' },
    'Placement V is agreed since 2016-01-09 only.',
  ],
  [
    { _tag: 'PlacementOpen', householdId: 'H', placementId: 'V' },
    'Household H has an open placement already: V.',
  ],
  [
    { _tag: 'AllocationGave', allocationId: 'A', householdId: 'H', flatId: 'F' },
    'Allocation A gave household H flat F: nothing departs from that.',
  ],
  [
    { _tag: 'AllocationGave', allocationId: 'A', householdId: 'H', flatId: null },
    'Allocation A gave household H no flat: nothing departs from that.',
  ],
  [
    { _tag: 'OtherPlacement', placementId: 'V', householdId: 'H', flatId: 'F' },
    'Placement V is for household H and flat F.',
  ],
]

describe('refusalSentence', () => {
  test.each(sentences)('%o', (refusal, sentence) => {
    expect(refusalSentence(refusal as unknown as Refusal)).toBe(sentence)
  })
})
