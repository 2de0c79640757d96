import { dayOf, type HousingEvent, type IsoDay, type Recorded, type Rule, rechecks, replay } from 'einzug'
import { describe, expect, test } from 'vitest'

const day = (text: string) => dayOf(text as IsoDay)
const said = (...facts: ReadonlyArray<readonly [HousingEvent['type'], object]>) =>
  replay(
    facts.map(
      ([type, data], k) =>
        ({ type, data, envelope: { version: k + 1, commandId: `c${k}` } }) as unknown as Recorded,
    ),
  )

const cap: Rule = {
  rule: 'atMost',
  name: 'cap of the job centre',
  flat: 'coldRent',
  asks: { byPersons: [350] },
  unit: 'EUR',
  for: ['SGB II'],
}
const house = (id: string): ReadonlyArray<readonly [HousingEvent['type'], object]> => [
  [
    'FlatListed',
    { on: '2016-01-01', flat: { id: `F${id}`, district: 'M', area: 40, rooms: 1, rent: { cold: 40_000 } } },
  ],
  [
    'HouseholdAssigned',
    {
      on: '2016-01-10',
      household: { id, members: [{ id: `${id}/1`, age: { known: 'group', group: 'adult' } }] },
      regime: 'AsylbLG',
    },
  ],
  [
    'TenancyStarted',
    {
      on: '2016-02-01',
      tenancyId: `T${id}`,
      householdId: id,
      flatId: `F${id}`,
    },
  ],
]
const adopted = {
  on: '2016-01-01',
  policy: { name: 'P', version: '1', rules: [cap], ranking: [], preferences: [] },
}
const registry = said(
  ['PolicyAdopted', adopted],
  ...house('B'),
  ...house('A'),
  ...house('C'),
  ...house('D'),
  ['RegimeChanged', { on: '2016-06-01', householdId: 'B', regime: 'SGB II' }],
  ['RegimeChanged', { on: '2016-06-30', householdId: 'A', regime: 'SGB XII' }],
  ['RegimeChanged', { on: '2016-06-10', householdId: 'C', regime: 'SGB II' }],
  ['RegimeChanged', { on: '2016-06-20', householdId: 'C', regime: 'AsylbLG' }],
  ['RegimeChanged', { on: '2016-07-01', householdId: 'D', regime: 'SGB II' }],
)
const june = { from: day('2016-06-01'), until: day('2016-07-01') }
const who = (on: string, period = june) =>
  rechecks(registry, period, day(on)).map(({ tenancy, after }) => `${tenancy.householdId} ${after}`)

describe('rechecks', () => {
  test('list the tenancies whose household came under another regime in the period, by household', () => {
    expect(who('2016-07-31')).toEqual(['A SGB XII', 'B SGB II'])
    expect(who('2016-05-31')).toEqual([])
    expect(who('2016-06-01')).toEqual(['B SGB II'])
    expect(who('2016-06-15')).toEqual(['B SGB II', 'C SGB II'])
    expect(who('2016-07-31', { from: day('2016-07-01'), until: day('2016-07-02') })).toEqual(['D SGB II'])
    expect(who('2016-07-31', { from: day('2016-06-02'), until: day('2016-06-30') })).toEqual([])
  })

  test('say what the rules in force say now, and leave the tenancy as it is', () => {
    const [a, b] = rechecks(registry, june, day('2016-07-31'))
    expect(b?.before).toBe('AsylbLG')
    expect(b?.tenancy).toMatchObject({ id: 'TB', placeId: 'FB', until: Infinity })
    const over = { amount: 5000, unit: 'cent' }
    expect(b?.verdicts).toEqual([
      { rule: cap.name, verdict: { _tag: 'Fails', asked: 35_000, found: 40_000, shortfall: over } },
    ])
    expect(a?.verdicts).toEqual([{ rule: cap.name, verdict: { _tag: 'Abstains', because: 'other regimes' } }])
  })

  test('leave out who lives in no flat on the day, or has left', () => {
    const gone = said(
      ['PolicyAdopted', adopted],
      ...house('A'),
      ['RegimeChanged', { on: '2016-06-10', householdId: 'A', regime: 'SGB II' }],
      ['TenancyEnded', { on: '2016-07-01', tenancyId: 'TA' }],
    )
    expect(rechecks(gone, june, day('2016-06-30'))).toHaveLength(1)
    expect(rechecks(gone, june, day('2016-07-01'))).toHaveLength(0)
  })
})
