import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import { IsoDay } from './day.ts'
import { number, Text, words } from './scalar.ts'
import { closed, object, tagged } from './structure.ts'

/** @category words */
export type Position = domain.Position

const degrees = (most: number): t.Type<number> =>
  number(`degrees from -${most} to ${most}`, n => Math.abs(n) <= most)

const coordinates = { north: /* @__PURE__ */ degrees(90), east: /* @__PURE__ */ degrees(180) }

/** @category words */
export const Position: t.Type<domain.Position> = /* @__PURE__ */ object<domain.Position>(
  'a position',
  coordinates,
)

/** A position in a policy, where a misspelt key is an error. */
export const ClosedPosition: t.Type<domain.Position> = /* @__PURE__ */ closed<domain.Position>(
  'a position',
  coordinates,
)

/** @category words */
export type Exemption = domain.Exemption

type Work = Extract<domain.Exemption, { readonly ground: 'work' }>
type Learning = Exclude<domain.Exemption, Work>

const Learning = /* @__PURE__ */ object<Learning>('an exemption', {
  ground: /* @__PURE__ */ words<Learning['ground']>({ training: true, study: true }),
  from: IsoDay,
}) as t.Type<domain.Exemption>

/**
 * What lifts a duty to reside; hours a week from 0 to 168.
 *
 * @category words
 */
export const Exemption: t.Type<domain.Exemption> = /* @__PURE__ */ tagged<domain.Exemption>(
  'an exemption',
  'ground',
  {
    work: /* @__PURE__ */ object<Work>('an exemption', {
      ground: /* @__PURE__ */ words<'work'>({ work: true }),
      from: IsoDay,
      weeklyHours: /* @__PURE__ */ number('hours from 0 to 168', n => n >= 0 && n <= 168),
    }) as t.Type<domain.Exemption>,
    training: Learning,
    study: Learning,
  },
)

/** @category words */
export type ResidenceDuty = domain.ResidenceDuty
/** @category words */
export const ResidenceDuty: t.Type<domain.ResidenceDuty> = /* @__PURE__ */ object<domain.ResidenceDuty>(
  'a duty to reside',
  {
    scope: /* @__PURE__ */ words<domain.Scope>({ municipality: true, county: true, land: true }),
    place: Text,
    until: IsoDay,
    basis: Text,
  },
  { exemption: Exemption },
)
