import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { append } from 'fp-ts/ReadonlyArray'
import { dayOf, isoOf } from '../domain/day.ts'
import type { HousingEvent } from '../event/event.ts'
import { get } from '../table/index.ts'
import { personsAreFree, presentOn, presentOver, siteHasPlaces } from './check.ts'
import type {
  AssignHousehold,
  ChangeHousehold,
  ChangeRegime,
  RecordDeparture,
  SeparateHousehold,
} from './command.ts'
import { type Decision, unless } from './decision.ts'
import { findHousehold, isNew } from './find.ts'
import { enter, valueOn } from './history.ts'
import { residencesOf } from './lookup.ts'
import type { Refusal } from './refusal.ts'
import type { HouseholdRecord, Registry, SiteRecord } from './registry.ts'

export const assignHousehold = ({ data }: AssignHousehold, registry: Registry): Decision =>
  unless(
    isNew('household', registry.households, data.household.id) ??
      personsAreFree(registry, data.household, dayOf(data.on), []),
    { type: 'HouseholdAssigned', data },
  )

export const changeHousehold = ({ data }: ChangeHousehold, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.household.id),
    E.chain(known => {
      const on = dayOf(data.on)
      return unless(
        presentOn(known, on) ??
          personsAreFree(registry, data.household, on, [known.id]) ??
          (data.overflow === undefined ? sitesHold(registry, known, data) : undefined),
        { type: 'HouseholdChanged', data },
      )
    }),
  )

/** A household that grows while it lives in a site needs the places. */
const sitesHold = (
  registry: Registry,
  known: HouseholdRecord,
  { on: iso, household }: ChangeHousehold['data'],
): Refusal | undefined => {
  const on = dayOf(iso)
  if (household.members.length <= (valueOn(known.versions, on)?.members.length ?? 0)) return undefined
  const versions = [...known.versions]
  enter(versions, on, household)
  const until = versions.find(version => version.on > on)?.on ?? Infinity
  for (const stay of residencesOf(registry, known)) {
    if (stay.kind !== 'stay' || stay.until <= on || stay.from >= until) continue
    const site = get(registry.sites, stay.placeId) as SiteRecord
    const nights = { from: Math.max(on, stay.from), until: Math.min(until, stay.until) }
    const full = siteHasPlaces(registry, site, nights, { ...stay, versions }, stay)
    if (full !== undefined) return full
  }
  return undefined
}

export const separateHousehold = ({ data }: SeparateHousehold, registry: Registry): Decision =>
  pipe(
    findHousehold(registry, data.remaining.id),
    E.chain(known => {
      const on = dayOf(data.on)
      const { remaining, separated } = data
      const before = (valueOn(known.versions, on)?.members ?? []).map(({ id }) => id)
      const after = [...remaining.members, ...separated.members].map(({ id }) => id)
      const same =
        before.length === after.length && [...before].sort().join('\n') === [...after].sort().join('\n')
      return unless(
        presentOn(known, on) ??
          isNew('household', registry.households, separated.id) ??
          (same ? undefined : { _tag: 'NotAPartition', householdId: known.id, personIds: before }),
        { type: 'HouseholdChanged', data: { on: data.on, household: remaining, reason: 'separation' } },
        {
          type: 'HouseholdAssigned',
          data: {
            on: data.on,
            household: separated,
            regime: valueOn(known.regimes, on) ?? 'none',
            separatedFrom: known.id,
          },
        },
      )
    }),
  )

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
      const residences = residencesOf(registry, known)
      const ends = residences
        .filter(({ from, until }) => from < on && until === Infinity)
        .map(
          (residence): HousingEvent =>
            residence.kind === 'stay'
              ? { type: 'StayEnded', data: { on: data.on, stayId: residence.id } }
              : {
                  type: 'TenancyEnded',
                  data: { on: data.on, tenancyId: residence.id, reason: 'left the municipality' },
                },
        )
      const last = Math.max(
        ...known.versions.map(version => version.on),
        ...known.regimes.map(regime => regime.on),
        ...residences.map(({ from, until }) => (until === Infinity ? from + 1 : until)),
      )
      const left: HousingEvent = { type: 'HouseholdLeft', data }
      const refusal: Refusal | undefined =
        presentOver(known, { from: on, until: Infinity }) ??
        (last <= on ? undefined : { _tag: 'FactsBeyond', householdId: known.id, last: isoOf(last) })
      return refusal === undefined ? E.right(append<HousingEvent>(left)(ends)) : E.left(refusal)
    }),
  )
