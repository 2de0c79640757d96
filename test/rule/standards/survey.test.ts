import {
  canadianNos,
  countedPersons,
  eurostatRooms,
  type Household,
  housingActRooms,
  type IsoDay,
  ukBedroomStandard,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import columns from '../../../examples/columns/household-members.json'
import { decodeHouseholdColumns } from '../../../examples/sheets/columns.ts'
import { readSheet } from '../../../examples/sheets/csv.ts'
import { readHouseholds } from '../../../examples/sheets/households.ts'
import { sharedDataIsThere, sharedRows } from '../../support/shared-data.ts'
import type { Sleeper } from './families.ts'
import { fewestRooms, inPairsIf } from './fewest-rooms.ts'

const on = '2016-12-31' as IsoDay

const survey = (): ReadonlyArray<Household> => {
  const rows = sharedRows('households/glss_household_members_36970.csv')
  const csv = [
    'hhid,age,sex,relate',
    ...rows.map(row => [row['hhid'], row['age'], row['sex'], row['relate']].join(',')),
  ]
  const decoded = decodeHouseholdColumns(columns)
  if (E.isLeft(decoded)) throw new Error(JSON.stringify(decoded.left))
  return readHouseholds(readSheet('survey', csv.join('\n')), decoded.right, on).used.map(
    ({ household }) => household,
  )
}

/** Members as the survey states them: ages in years, both sexes, partners who name each other. */
const sleepersOf = ({ members }: Household): ReadonlyArray<Sleeper> =>
  members.map(({ id, age, sex = 'diverse', partner }) => ({
    years: age.known === 'years' ? age.years : Number.NaN,
    sex,
    couple:
      partner === undefined ? undefined : Math.min(...[id, partner].map(each => Number(each.split('/')[1]))),
    loneParent: partner === undefined && members.some(({ parents = [] }) => parents.includes(id)),
  }))

describe.skipIf(!sharedDataIsThere)('over the 8,700 households of a survey', () => {
  const households = sharedDataIsThere ? survey() : []
  const asked = (standard: (household: Household, on: IsoDay) => number | undefined): ReadonlyArray<number> =>
    households.map(household => standard(household, on) ?? Number.NaN)

  test('everything is stated, so every standard gives a number', () => {
    expect(households.length).toBe(8700)
    for (const standard of [ukBedroomStandard, canadianNos, eurostatRooms, housingActRooms, countedPersons])
      expect(asked(standard).some(Number.isNaN)).toBe(false)
  })

  test('bedrooms lie between half the persons and all of them', () => {
    for (const standard of [
      ukBedroomStandard,
      canadianNos,
      (each: Household, day: IsoDay) => (eurostatRooms(each, day) ?? 0) - 1,
    ])
      asked(standard).forEach((bedrooms, at) => {
        const persons = households[at]?.members.length ?? 0
        const studio = standard === canadianNos && persons === 1
        expect(bedrooms).toBeGreaterThanOrEqual(studio ? 0 : Math.ceil(persons / 2))
        expect(bedrooms).toBeLessThanOrEqual(persons)
      })
  })

  test('nobody who leaves makes the others need more', () => {
    for (const standard of [ukBedroomStandard, canadianNos, eurostatRooms, housingActRooms, countedPersons])
      for (const household of households) {
        const all = standard(household, on) ?? Number.NaN
        const more = household.members.slice(1).some(leaver => {
          const members = household.members.filter(each => each !== leaver) as unknown as Household['members']
          return (standard({ ...household, members }, on) ?? Number.NaN) > all
        })
        expect(more).toBe(false)
      }
  })

  test('households of up to 6 need what an exhaustive search finds', () => {
    const older = (a: Sleeper, b: Sleeper): number => Math.max(a.years, b.years)
    const uk = inPairsIf((a, b) => older(a, b) < 10 || (older(a, b) < 21 && a.sex === b.sex))
    const nos = inPairsIf(
      (a, b) => !a.loneParent && !b.loneParent && older(a, b) < 18 && (a.sex === b.sex || older(a, b) < 5),
    )
    for (const household of households) {
      const people = sleepersOf(household)
      if (people.length > 6) continue
      expect(ukBedroomStandard(household, on)).toBe(fewestRooms(people, uk))
      expect(canadianNos(household, on)).toBe(people.length === 1 ? 0 : fewestRooms(people, nos))
    }
  })

  test('they need this many rooms in all', () => {
    const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, each) => sum + each, 0)
    expect({
      persons: total(households.map(({ members }) => members.length)),
      ukBedroomStandard: total(asked(ukBedroomStandard)),
      canadianNos: total(asked(canadianNos)),
      eurostatRooms: total(asked(eurostatRooms)),
      housingActRooms: total(asked(housingActRooms)),
      countedPersons: total(asked(countedPersons)),
    }).toMatchInlineSnapshot(`
      {
        "canadianNos": 24452,
        "countedPersons": 31490.5,
        "eurostatRooms": 35348,
        "housingActRooms": 13126,
        "persons": 36970,
        "ukBedroomStandard": 24880,
      }
    `)
  })
})
