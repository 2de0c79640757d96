import * as fc from 'fast-check'
import type { Position } from '../../domain/position.ts'
import type { Exemption, ResidenceDuty, Scope } from '../../domain/residence-duty.ts'
import { day } from './day.ts'
import { plain, whole } from './plain.ts'

/** Places of an invented town, ten kilometres across, to about a metre. */
export const position = (): fc.Arbitrary<Position> =>
  whole({
    north: fc.integer({ min: 5_179_000, max: 5_187_000 }).map(n => n / 100_000),
    east: fc.integer({ min: 722_000, max: 735_000 }).map(n => n / 100_000),
  })

/** Where a flat may lie and a duty may bind: two places of each kind. */
export const places: Readonly<Record<Scope, ReadonlyArray<string>>> = {
  municipality: ['Dülmen', 'Coesfeld'],
  county: ['Kreis Coesfeld', 'Kreis Borken'],
  land: ['Nordrhein-Westfalen', 'Niedersachsen'],
}

const exemption = (): fc.Arbitrary<Exemption> =>
  fc.oneof<Array<fc.Arbitrary<Exemption>>>(
    whole<Exclude<Exemption, { ground: 'work' }>>({
      ground: fc.constantFrom<'training' | 'study'>('training', 'study'),
      from: day(),
    }),
    whole<Extract<Exemption, { ground: 'work' }>>({
      ground: fc.constant('work'),
      from: day(),
      weeklyHours: fc.nat(80).map(n => n / 2),
    }),
  )

/** Duties to reside, in force until any day of 2010 to 2030, some of them lifted. */
export const residenceDuty = (): fc.Arbitrary<ResidenceDuty> =>
  fc.constantFrom<Scope>('municipality', 'county', 'land').chain(scope =>
    plain(
      {
        scope: fc.constant(scope),
        place: fc.constantFrom(...places[scope]),
        until: day(),
        basis: fc.constantFrom('§ 12a (1) AufenthG', '§ 12a (3) AufenthG'),
        exemption: exemption(),
      },
      ['scope', 'place', 'until', 'basis'],
    ),
  )
