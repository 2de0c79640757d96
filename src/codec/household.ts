import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import { IsoDay } from './day.ts'
import { HouseholdId } from './id.ts'
import type { Issue } from './issue.ts'
import { Person } from './person.ts'
import { Position, ResidenceDuty } from './place.ts'
import { number, Text, whole, words, YesNo } from './scalar.ts'
import { list, object, refine } from './structure.ts'

/** @category words */
export type Regime = domain.Regime
/** @category words */
export const Regime: t.Type<domain.Regime> = /* @__PURE__ */ words<domain.Regime>({
  AsylbLG: true,
  'SGB II': true,
  'SGB XII': true,
  none: true,
})

/** @category words */
export type Needs = domain.Needs

/**
 * A tier of need is a whole number from 1 to 1,000.
 *
 * @category words
 */
export const Needs: t.Type<domain.Needs> = /* @__PURE__ */ object<domain.Needs>(
  'needs',
  {},
  { tier: /* @__PURE__ */ whole('a whole number', 1, 1000), stepFree: YesNo, pets: YesNo },
)

/** The names of districts; a list may be empty. */
export const Districts: t.Type<ReadonlyArray<string>> = /* @__PURE__ */ list('a list of districts', Text)

/** @category words */
export type Wishes = domain.Wishes
/** @category words */
export const Wishes: t.Type<domain.Wishes> = /* @__PURE__ */ object<domain.Wishes>(
  'wishes',
  {},
  { districts: Districts, notDistricts: Districts },
)

/** @category words */
export type PresentHome = domain.PresentHome

/**
 * What a household has for itself now: nothing is possible.
 *
 * @category words
 */
export const PresentHome: t.Type<domain.PresentHome> = /* @__PURE__ */ object<domain.PresentHome>(
  'a present home',
  {},
  {
    bedrooms: /* @__PURE__ */ whole('a whole number', 0, 1000),
    rooms: /* @__PURE__ */ number(
      'rooms from 0 to 1,000, in halves',
      rooms => rooms >= 0 && rooms <= 1000 && Number.isInteger(rooms * 2),
    ),
    area: /* @__PURE__ */ number('square metres from 0 to 100,000', area => area >= 0 && area <= 100_000),
    schoolDistrict: Text,
  },
)

/** @category words */
export type Household = domain.Household

const membersIssues = ({ members }: domain.Household): ReadonlyArray<Issue> => {
  const ids = new Set<string>()
  return (members as ReadonlyArray<domain.Person>).length === 0
    ? [{ path: ['members'], expected: 'at least one member', found: members }]
    : members.flatMap(({ id }, at) =>
        ids.size < ids.add(id).size
          ? []
          : [{ path: ['members', at, 'id'], expected: 'an id that no other member has', found: id }],
      )
}

/**
 * A household: one member at least, and no two of one id.
 *
 * @category words
 */
export const Household: t.Type<domain.Household> = /* @__PURE__ */ refine(
  /* @__PURE__ */ object<domain.Household>(
    'a household',
    {
      id: HouseholdId,
      members: /* @__PURE__ */ list('a list of persons', Person) as unknown as t.Type<
        domain.Household['members']
      >,
    },
    {
      needs: Needs,
      wishes: Wishes,
      livesIn: PresentHome,
      kin: /* @__PURE__ */ list('a list of positions', Position),
      languages: /* @__PURE__ */ list('a list of languages', Text),
      residenceDuties: /* @__PURE__ */ list('a list of duties', ResidenceDuty),
    },
  ),
  membersIssues,
)

/** @category words */
export type Seeker = domain.Seeker
/** @category words */
export const Seeker: t.Type<domain.Seeker> = /* @__PURE__ */ object<domain.Seeker>('a household that seeks', {
  household: Household,
  regime: Regime,
  waitingSince: IsoDay,
})
