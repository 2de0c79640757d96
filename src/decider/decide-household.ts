import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { concat } from 'fp-ts/ReadonlyNonEmptyArray'
import { type Day, dayOf, isoOf } from '../domain/day.ts'
import type { Household, Regime } from '../domain/household.ts'
import type { HousingEvent } from '../event/event.ts'
import { entered, nextAfter, valueOn } from '../table/history.ts'
import { get } from '../table/index.ts'
import type {
  AssignHousehold,
  ChangeHousehold,
  ChangeRegime,
  RecordDeparture,
  SeparateHousehold,
} from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findHousehold, isNewHousehold } from './find.ts'
import { personsAreFree, presentOn, presentOver } from './law-home.ts'
import { siteHasPlaces } from './law-site.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, PlacementRecord, Registry, SiteRecord } from './registry.ts'

export const assignHousehold = ({ data }: AssignHousehold, registry: Registry): Decision =>
  unless(
    isNewHousehold(registry, data.household.id) ??
      personsAreFree(registry, data.household, { from: dayOf(data.on), until: Infinity }),
    { type: 'HouseholdAssigned', data },
  )

export const changeHousehold = ({ data }: ChangeHousehold, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.household.id),
    E.chain(known => {
      const from = dayOf(data.on)
      const days = { from, until: Math.min(nextAfter(known.versions, from), known.left) }
      return unless(
        presentOn(known, from) ??
          personsAreFree(registry, data.household, days) ??
          (data.overflow === undefined ? sitesHold(registry, known, from, data.household) : undefined),
        { type: 'HouseholdChanged', data },
      )
    }),
  )

/** A household that grows while it lives in a site needs the places. */
const sitesHold = (
  registry: Registry,
  known: HouseholdRecord,
  from: Day,
  household: Household,
): Refusal | undefined => {
  const after = entered(known.versions, from, household)
  const until = nextAfter(after, from)
  for (const stay of known.residences) {
    if (stay.kind !== 'stay') continue
    const site = get(registry.sites, stay.placeId) as SiteRecord
    const nights = { from: Math.max(from, stay.from), until: Math.min(until, stay.until) }
    const full = siteHasPlaces(registry, site, nights, { household: { id: known.id, after } })
    if (full !== undefined) return full
  }
  return undefined
}

export const separateHousehold = ({ data }: SeparateHousehold, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.remaining.id),
    E.chain(known => {
      const from = dayOf(data.on)
      const { on, remaining, separated } = data
      const changed = { ...known, versions: entered(known.versions, from, remaining) }
      return unless(
        presentOn(known, from) ??
          isNewHousehold(registry, separated.id) ??
          partition(valueOn(known.versions, from) as Household, remaining, separated) ??
          personsAreFree(registry, separated, { from, until: Infinity }, changed),
        { type: 'HouseholdChanged', data: { on, household: remaining, reason: 'separation' } },
        {
          type: 'HouseholdAssigned',
          data: {
            on,
            household: separated,
            regime: valueOn(known.regimes, from) as Regime,
            separatedFrom: known.id,
          },
        },
      )
    }),
  )

/** Everyone goes to exactly one of the two. */
const partition = (whole: Household, ...parts: ReadonlyArray<Household>): Refusal | undefined => {
  const personIds = whole.members.map(({ id }) => id)
  const after = parts.flatMap(({ members }) => members.map(({ id }) => id))
  const apart = parts[0]?.id !== parts[1]?.id && after.length === personIds.length
  return apart && personIds.every(id => after.includes(id))
    ? undefined
    : { _tag: 'NotAPartition', householdId: whole.id, personIds }
}

export const changeRegime = ({ data }: ChangeRegime, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.householdId),
    E.chain(known => unless(presentOn(known, dayOf(data.on)), { type: 'RegimeChanged', data })),
  )

export const recordDeparture = ({ data }: RecordDeparture, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.householdId),
    E.chain(known => {
      const on = dayOf(data.on)
      const [open] = known.openPlacements
      const placement = open && get(registry.placements, open)
      return pipe(
        unless(presentOver(known, { from: on, until: Infinity }) ?? nothingBeyond(known, placement, on), {
          type: 'HouseholdLeft',
          data,
        }),
        E.map(left => concat(left)(ends(known, placement, data))),
      )
    }),
  )

/** What a household that leaves leaves behind: its home, and a placement that it will not take up. */
const ends = (
  { residences }: HouseholdRecord,
  placement: PlacementRecord | undefined,
  { on }: RecordDeparture['data'],
): ReadonlyArray<HousingEvent> => [
  ...residences
    .filter(({ until }) => until === Infinity)
    .map(
      (home): HousingEvent =>
        home.kind === 'stay'
          ? { type: 'StayEnded', data: { on, stayId: home.id } }
          : { type: 'TenancyEnded', data: { on, tenancyId: home.id, reason: 'left the municipality' } },
    ),
  ...(placement === undefined
    ? []
    : [
        {
          type: 'PlacementWithdrawn',
          data: { on, placementId: placement.id, reason: 'left the municipality' },
        } as const,
      ]),
]

/** Nothing is known of a household from the day on that it leaves. */
const nothingBeyond = (
  { id, versions, regimes, residences }: HouseholdRecord,
  placement: PlacementRecord | undefined,
  on: Day,
): Refusal | undefined => {
  const days = [
    ...[...versions, ...regimes].map(fact => fact.on).filter(day => day >= on),
    ...residences.filter(({ until }) => until < Infinity && until > on).map(({ until }) => until),
    ...residences.filter(({ from, until }) => until === Infinity && from >= on).map(({ from }) => from + 1),
    ...(placement !== undefined && placement.since > on ? [placement.since] : []),
  ]
  return days.length === 0
    ? undefined
    : { _tag: 'FactsBeyond', householdId: id, last: isoOf(Math.max(...days)) }
}
