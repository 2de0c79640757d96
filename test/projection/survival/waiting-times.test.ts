import {
  census,
  dayOf,
  fold,
  type IsoDay,
  kaplanMeier,
  type Observation,
  type Period,
  waitingTimes,
} from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, fact, inStream, period } from '../facts.ts'
import { lastDay, logs } from '../logs.ts'
import { at, householdsOf, type Log, livings, ofType, present, type Unit } from '../naive.ts'

/** Whoever was handed over, night by night, until they move or are seen no more. */
const watched = (log: Log, when: IsoDay | Period, unit: Unit): ReadonlyArray<Observation> =>
  householdsOf(log).flatMap((id): ReadonlyArray<Observation> => {
    const handedOver = ofType(log, 'HouseholdAssigned').filter(
      ({ data }) => data.household.id === id && data.separatedFrom === undefined,
    )
    const days = handedOver.map(({ data }) => dayOf(data.on))
    const since = Math.min(...days)
    const [from, last] =
      typeof when === 'string' ? [-Infinity, dayOf(when)] : [dayOf(when.from), dayOf(when.until) - 1]
    if (since < from || since > last || since === Infinity) return []
    let members: number | undefined
    for (const { type, data } of ofType(log, 'HouseholdAssigned', 'HouseholdChanged')) {
      if (data.household.id !== id || dayOf(data.on) !== since) continue
      const counts =
        type === 'HouseholdAssigned'
          ? data.separatedFrom === undefined
          : data.reason === 'correction' && members !== undefined
      if (counts) members = data.household.members.length
    }
    const subjects = unit === 'persons' ? (members as number) : 1
    for (let night = since; ; night++) {
      const moves = at(livings(log, 'Tenancy'), night).some(
        tenancy => tenancy.household === id && tenancy.from === night,
      )
      if (moves) return [{ days: night - since, event: true, subjects }]
      if (night === last || !present(log, id, night)) return [{ days: night - since, event: false, subjects }]
    }
  })

const question = fc.oneof(
  fc.integer({ min: -1, max: lastDay + 2 }).map(day),
  fc
    .tuple(fc.integer({ min: -1, max: lastDay }), fc.integer({ min: -1, max: lastDay + 3 }))
    .map(([a, b]) => period(a, b)),
)
const units = fc.constantFrom('persons' as const, 'households' as const)

test('waits are those found night by night, in any log', () => {
  fc.assert(
    fc.property(logs, question, units, (log, when, unit) => {
      const expected = kaplanMeier(watched(log, when, unit))
      expect(expected).toMatchObject({ right: {} })
      expect(waitingTimes(when, unit)(fold(census)(log))).toMatchObject(
        'right' in expected ? expected.right : {},
      )
    }),
    { numRuns: 300 },
  )
})

test('two municipalities that use the same ids wait side by side', () => {
  fc.assert(
    fc.property(logs, logs, question, (one, other, when) => {
      const both = fold(census)([...inStream('1', one), ...inStream('11', other)])
      const all = [...watched(one, when, 'households'), ...watched(other, when, 'households')]
      const expected = kaplanMeier(all)
      expect(waitingTimes(when, 'households')(both)).toMatchObject('right' in expected ? expected.right : {})
    }),
    { numRuns: 50 },
  )
})

const log = [
  fact.listed(0, 'F1'),
  fact.assigned(0, 'H1', ['P1', 'P2', 'P3']),
  fact.assigned(0, 'H2', ['P4']),
  fact.assigned(2, 'H3', ['P5']),
  fact.assigned(4, 'H4', ['P6'], 'AsylbLG', 'H2'),
  fact.tenancy(5, 'T1', 'H1', 'F1'),
  fact.left(8, 'H3'),
]
const rows = (when: IsoDay | Period, unit: Unit, more: Log = []) =>
  waitingTimes(
    when,
    unit,
  )(fold(census)([...log, ...more])).steps.map(({ day: on, atRisk, events, censored }) => [
    on,
    atRisk,
    events,
    censored,
  ])

describe('who waits for how long', () => {
  test('until a tenancy, a departure or the day asked; a household formed by a separation does not count', () => {
    expect(rows(day(9), 'households')).toEqual([
      [5, 3, 1, 0],
      [6, 2, 0, 1],
      [9, 1, 0, 1],
    ])
    expect(rows(day(9), 'persons')).toEqual([
      [5, 5, 3, 0],
      [6, 2, 0, 1],
      [9, 1, 0, 1],
    ])
  })

  test('what happens later is not known on the day', () => {
    expect(rows(day(4), 'households')).toEqual([
      [2, 3, 0, 1],
      [4, 2, 0, 2],
    ])
    expect(rows(day(5), 'households')).toContainEqual([5, 2, 1, 1])
    expect(rows(day(-1), 'households')).toEqual([])
  })

  test('of a period, those assigned in it, as seen on its last day', () => {
    expect(rows(period(1, 7), 'households')).toEqual([[4, 1, 0, 1]])
    expect(rows(period(0, 1), 'households')).toEqual([[0, 2, 0, 2]])
    expect(rows(period(7, 1), 'households')).toEqual([])
  })

  test('a tenancy annulled or without nights ends no wait, the next one does', () => {
    expect(rows(day(9), 'households', [fact.tenancyAnnulled(6, 'T1')])).not.toContainEqual([5, 3, 1, 0])
    const later = [
      fact.tenancyAnnulled(6, 'T1'),
      fact.tenancy(9, 'T2', 'H1', 'F1'),
      fact.tenancy(7, 'T3', 'H1', 'F1'),
    ]
    expect(rows(day(9), 'households', later)).toContainEqual([7, 2, 1, 0])
  })

  test('says what it counts', () => {
    expect(waitingTimes(day(9), 'households')(fold(census)(log))).toMatchObject({
      figure: 'waiting times',
      unit: 'households',
      basis:
        'Days from the assignment of a household (not one formed by a separation) to its first tenancy, by Kaplan and Meier; those without one are censored on the last day asked about, or on the day they left. A quartile that the curve does not reach is not known yet.',
      day: '2016-01-10',
      subjects: 3,
      events: 1,
      censored: 2,
      quartiles: { q25: 5, median: null, q75: null },
      confidence: 0.95,
      band: 'log-log',
    })
    const narrow = waitingTimes(period(0, 9), 'persons', { confidence: 0.8, band: 'plain' })(census.empty)
    expect(narrow).toMatchObject({ confidence: 0.8, band: 'plain', period: { from: '2016-01-01' } })
    expect(narrow.basis).toContain('The band takes the household, not the person, as what varies.')
  })
})
