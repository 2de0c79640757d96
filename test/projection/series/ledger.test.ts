import {
  allSeries,
  asOf,
  breakdownOf,
  census,
  coverageOf,
  dayOf,
  dimensionsOf,
  type Every,
  fold,
  type HousingEvent,
  householdLedger,
  type IsoDay,
  isoOf,
  type Ledger,
  ledger,
  type Over,
  type Period,
  type Recorded,
  seriesOf,
  type Unanswerable,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, fact, period } from '../facts.ts'
import { interleaved, lastDay } from '../logs.ts'
import { measures, viewOf } from './measures.ts'
import { instant, recordedIn, richLogs } from './rich-logs.ts'

const days = Array.from({ length: lastDay + 3 }, (_, n) => day(n - 1))
const periods = [period(0, 5), period(3, 9), period(-2, lastDay + 5), period(4, 4), period(8, 3)]
const whens: ReadonlyArray<IsoDay | Period> = [...days, ...periods]

/** Everything the ledger says, as known at an instant. */
const answers = (books: Ledger, known?: string) =>
  measures.flatMap(measure =>
    whens.map(effective => asOf(measure, known === undefined ? { effective } : { effective, known })(books)),
  )

/** Every breakdown, week by week. */
const slices = (books: Ledger) =>
  measures.flatMap(measure =>
    dimensionsOf(measure).map(by =>
      breakdownOf(measure, by, { period: period(-2, lastDay + 9), every: 'week' })(books),
    ),
  )

test('the ledger says of any day and period what the views of the census say', () => {
  fc.assert(
    fc.property(richLogs, log => {
      const state = fold(census)(log)
      const books = fold(ledger)(log)
      for (const measure of measures)
        for (const effective of whens)
          expect(asOf(measure, { effective })(books)).toEqual(E.right(viewOf(measure, effective)(state)))
    }),
    { numRuns: 60 },
  )
})

test('a tenancy keyed twice and taken back leaves nothing behind, whatever the household became meanwhile', () => {
  const log = [
    fact.assigned(0, 'H1', ['P1']),
    fact.tenancy(10, 'T1', 'H1', 'F1'),
    fact.tenancy(10, 'T2', 'H1', 'F1'),
    fact.changed(0, 'H1', ['P1', 'P2'], 'correction'),
    fact.tenancyAnnulled(20, 'T2'),
    fact.tenancyAnnulled(20, 'T1'),
  ]
  const intake = asOf({ figure: 'decentral intake', unit: 'persons' }, { effective: period(0, 30) })
  expect(intake(fold(ledger)(log.slice(0, 4)))).toMatchObject({ right: { numerator: 2, denominator: 2 } })
  expect(intake(fold(ledger)(log.slice(0, 5)))).toMatchObject({ right: { numerator: 2, denominator: 2 } })
  expect(intake(fold(ledger)(log))).toMatchObject({ right: { numerator: 0, denominator: 2 } })
})

test('of two stays at once, the first by id says where a household is, whichever was recorded first', () => {
  const places = [
    fact.assigned(0, 'H1', ['P1']),
    fact.opened(0, 'S1', 9, 'municipal', { district: 'Nord' }),
    fact.opened(0, 'S2', 9, 'municipal', { district: 'Mitte' }),
  ]
  const stays = [fact.stay(1, 'B2', 'H1', 'S1'), fact.stay(1, 'B1', 'H1', 'S2')]
  const over = { period: period(1, 2), every: 'day' } as const
  const ask = breakdownOf({ figure: 'population', unit: 'households' }, 'district', over)
  for (const order of [stays, stays.toReversed()])
    expect(ask(fold(ledger)([...places, ...order]))).toMatchObject({
      right: [{ cell: 'Mitte', series: { points: [{ count: 1 }] } }],
    })
})

test('a tenancy or a stay that is keyed again, for others and elsewhere, is theirs and there', () => {
  const places = [
    ...['H1', 'H2'].map(id => fact.assigned(0, id, [`${id}/1`, ...(id === 'H2' ? ['P'] : [])])),
    fact.listed(0, 'F1', { landlord: { personsMax: 4 } }),
    fact.listed(0, 'F2', { district: 'Nord', landlord: { personsMax: 3 } }),
    fact.opened(0, 'S1', 9),
    fact.opened(0, 'S2', 9, 'reception'),
  ]
  for (const [first, again] of [
    [5, 3],
    [3, 5],
  ] as const) {
    const log = [
      ...places,
      fact.tenancy(first, 'T1', 'H1', 'F1'),
      fact.stay(first, 'B1', 'H2', 'S1'),
      fact.tenancy(again, 'T1', 'H2', 'F2'),
      fact.stay(again, 'B1', 'H1', 'S2'),
      fact.tenancyEnded(8, 'T1'),
    ]
    const [state, books] = [fold(census)(log), fold(ledger)(log)]
    for (const measure of measures)
      for (const effective of whens)
        expect(asOf(measure, { effective })(books)).toEqual(E.right(viewOf(measure, effective)(state)))
  }
})

test('the cohort is the year in which the time here began: a second assignment begins one only after leaving', () => {
  const ask = breakdownOf({ figure: 'population', unit: 'households' }, 'cohort', {
    period: period(10, 11),
    every: 'day',
  })
  const cohorts = (log: ReadonlyArray<HousingEvent>) =>
    E.getOrElse((): ReadonlyArray<{ readonly cell: string | null }> => [])(ask(fold(ledger)(log))).map(
      ({ cell }) => cell,
    )
  const [first, again] = [fact.assigned(-400, 'H1', ['P1']), fact.assigned(5, 'H1', ['P1'])]
  expect(cohorts([first, again])).toEqual(['2014'])
  expect(cohorts([again, first])).toEqual(['2014'])
  expect(cohorts([fact.regime(8, 'H1', 'SGB II'), fact.left(40, 'H1'), first])).toEqual(['2014'])
  expect(cohorts([first, fact.left(-30, 'H1'), again])).toEqual(['2016'])
  expect(cohorts([again, fact.left(-30, 'H1'), first, fact.assigned(40, 'H1', ['P1'])])).toEqual(['2016'])
})

test('a site that is first heard of when it closes counts, and whoever stayed there does from the first night', () => {
  const log = [
    fact.assigned(0, 'H1', ['P1', 'P2']),
    fact.stay(3, 'B1', 'H1', 'S1'),
    fact.closed(9, 'S1'),
    fact.stayEnded(12, 'B1'),
  ]
  const measure = { figure: 'site occupancy' } as const
  for (const length of [2, 3, 4]) {
    const [state, books] = [fold(census)(log.slice(0, length)), fold(ledger)(log.slice(0, length))]
    for (const effective of [...days, ...periods])
      expect(asOf(measure, { effective })(books)).toEqual(E.right(viewOf(measure, effective)(state)))
  }
})

test('an event in time posts what ends and what begins, and amounts under the same words once', () => {
  const books = fold(ledger)([
    fact.assigned(0, 'H1', ['P1']),
    fact.listed(0, 'F1'),
    fact.tenancy(5, 'T1', 'H1', 'F1'),
    fact.regime(9, 'H1', 'SGB II'),
    fact.tenancyEnded(12, 'T1'),
    fact.left(20, 'H1'),
    fact.opened(0, 'S1', 9),
    fact.siteChanged(3, 'S1', 7),
  ])
  const rows = (section: number, width: number) => {
    const { length, held } = books.postings[section] as Ledger['postings'][number]
    return Array.from({ length }, (_, k) =>
      held.columns
        .slice(0, width)
        .map((column, at) => (at === 1 ? (column[k] as number) - dayOf(day(0)) : column[k])),
    )
  }
  const living = [
    [0, 0, 1],
    [2, 5, -1],
    [2, 5, 1],
    [3, 9, -1],
    [3, 9, 1],
    [4, 12, -1],
    [4, 12, 1],
    [5, 20, -1],
  ]
  expect(rows(0, 3)).toEqual(living)
  expect([1, 2, 3].map(section => rows(section, 3))).toEqual([[[3, 9, 1]], [[0, 0, 1]], [[2, 5, 1]]])
  expect(rows(4, 6)).toEqual([
    [1, 0, 0, 1, 0, 0],
    [2, 5, 1, 0, 0, 0],
    [4, 12, -1, 0, 0, 0],
  ])
  expect(rows(5, 4)).toEqual([
    [6, 0, 0, 9],
    [7, 3, 0, -2],
  ])
})

test('what is said again posts nothing, on time or late', () => {
  const log = [
    fact.assigned(0, 'H1', ['P1']),
    fact.opened(0, 'S1', 9),
    fact.stay(0, 'B1', 'H1', 'S1'),
    fact.regime(5, 'H1', 'SGB II'),
    fact.stayEnded(8, 'B1'),
    fact.tenancy(8, 'T1', 'H1', 'F1'),
    fact.listed(0, 'F1'),
  ]
  const books = fold(ledger)(log)
  const again = [fact.regime(5, 'H1', 'SGB II'), fact.stayEnded(8, 'B1'), fact.tenancy(8, 'T1', 'H1', 'F1')]
  for (const event of [...again, fact.listed(0, 'F1'), fact.opened(0, 'S1', 9)])
    expect(ledger.apply(books, event).entries.length).toBe(books.entries.length)
})

test('a long log is folded to the same, whether its length is known beforehand or not', () => {
  const log = Array.from({ length: 3_000 }, (_, k) =>
    k % 5 === 0
      ? fact.assigned(k % 90, `H${k}`, [`P${k}`])
      : fact.regime(k % 97, `H${k - (k % 5)}`, 'SGB II'),
  )
  const [known, unknown] = [fold(ledger)(log), fold(ledger)(new Set(log))]
  expect(answers(known)).toEqual(answers(unknown))
  const rooms = (books: Ledger) => books.postings.map(({ held }) => held.columns[0]?.length ?? 0)
  expect(Math.max(...rooms(known))).toBeLessThan(Math.max(...rooms(unknown)))
})

test('a series holds the answers for its days, weeks, months, quarters and years, one by one', () => {
  const every = fc.constantFrom<Every>('day', 'week', 'month', 'quarter', 'year')
  const span = fc.tuple(fc.integer({ min: -70, max: lastDay }), fc.integer({ min: 0, max: 90 }))
  fc.assert(
    fc.property(richLogs, every, span, (log, grain, [from, length]) => {
      const state = fold(census)(log)
      const books = fold(ledger)(log)
      const over = { period: period(from, from + length), every: grain }
      const parts = partsOf(over.period, grain)
      for (const measure of measures) {
        const points = parts.map(part => viewOf(measure, grain === 'day' ? part.from : part)(state))
        expect(seriesOf(measure, over)(books)).toEqual(E.right({ every: grain, points }))
      }
    }),
    { numRuns: 60 },
  )
})

/** The parts of a period, found day by day: a part ends where the calendar's next one begins. */
const partsOf = ({ from, until }: Period, every: Every): ReadonlyArray<Period> => {
  const named = (iso: IsoDay): string => {
    const date = new Date(`${iso}T00:00:00Z`)
    const month = date.getUTCMonth()
    if (every === 'day') return iso
    if (every === 'week') return String(Math.floor((dayOf(iso) - dayOf('2016-01-04' as IsoDay)) / 7))
    if (every === 'month') return iso.slice(0, 7)
    return every === 'quarter' ? `${iso.slice(0, 4)}/${Math.floor(month / 3)}` : iso.slice(0, 4)
  }
  const starts: Array<IsoDay> = []
  for (let n = dayOf(from); n < dayOf(until); n++)
    if (n === dayOf(from) || named(isoOf(n)) !== named(isoOf(n - 1))) starts.push(isoOf(n))
  return starts.map((start, k) => ({ from: start, until: starts[k + 1] ?? until }))
}

describe('two axes of time', () => {
  const recordedLogs = fc
    .tuple(richLogs, fc.integer({ min: 1, max: 3 }))
    .map(([log, step]) => ({ events: recordedIn('town', log, step), step }))

  test('as known at an instant, all answers are those of a fold of what was recorded by then', () => {
    fc.assert(
      fc.property(recordedLogs, fc.nat(), ({ events, step }, n) => {
        const early = n % (events.length + 1)
        const known = instant(Math.floor(early / step))
        const by = events.filter(({ envelope }) => envelope.recordedAt <= known)
        expect(answers(fold(ledger)(events), known)).toEqual(answers(fold(ledger)(by)))
      }),
      { numRuns: 40 },
    )
  })

  test('facts recorded later change nothing that was known before, and everything as a fold of all does', () => {
    fc.assert(
      fc.property(richLogs, fc.nat(), (log, n) => {
        const events = recordedIn('town', log)
        const early = n % events.length
        const before = fold(ledger)(events.slice(0, early))
        const after = events.slice(early).reduce(ledger.apply, before)
        const known = instant(early - 1)
        expect(answers(after, known)).toEqual(answers(before))
        expect(answers(after)).toEqual(answers(fold(ledger)(events)))
        expect(answers(after, instant(events.length))).toEqual(answers(after))
      }),
      { numRuns: 40 },
    )
  })

  test('an event recorded with an earlier time than the one before it was not known before it', () => {
    const [first, second] = recordedIn('town', [
      fact.assigned(0, 'H1', ['P1']),
      fact.assigned(0, 'H2', ['P2']),
    ])
    const early = { ...second, envelope: { ...second?.envelope, recordedAt: instant(-9) } } as Recorded
    const books = fold(ledger)([first as Recorded, early])
    const countAt = (known: string) =>
      asOf({ figure: 'population', unit: 'persons' }, { effective: day(0), known })(books)
    expect(countAt(instant(-1))).toMatchObject({ right: { count: 0 } })
    expect(countAt(instant(0))).toMatchObject({ right: { count: 2 } })
  })
})

describe('the ledger is a monoid', () => {
  const streams = fc
    .array(richLogs, { maxLength: 3 })
    .map(all => all.map((log, k) => recordedIn(`M${k}`, log)))

  test('municipalities folded one by one and joined answer as all their events in any order that keeps each log', () => {
    const both = streams.chain(each => fc.record({ each: fc.constant(each), all: interleaved(each) }))
    fc.assert(
      fc.property(both, fc.nat(60), ({ each, all }, n) => {
        const joined = each.map(fold(ledger)).reduce(ledger.concat, ledger.empty)
        const books = fold(ledger)(all)
        expect(answers(joined)).toEqual(answers(books))
        expect(answers(joined, instant(n))).toEqual(answers(books, instant(n)))
        expect(slices(joined)).toEqual(slices(books))
      }),
      { numRuns: 30 },
    )
  })

  test('the empty ledger changes nothing, nor does the grouping', () => {
    fc.assert(
      fc.property(richLogs, richLogs, richLogs, (...three) => {
        const [a, b, c] = three.map((log, k) => fold(ledger)(recordedIn(`M${k}`, log))) as [
          Ledger,
          Ledger,
          Ledger,
        ]
        const left = answers(ledger.concat(ledger.concat(a, b), c))
        expect(answers(ledger.concat(a, ledger.concat(b, c)))).toEqual(left)
        expect(answers(ledger.concat(c, ledger.concat(b, a)))).toEqual(left)
        expect(answers(ledger.concat(a, ledger.empty))).toEqual(answers(a))
        expect(answers(ledger.concat(ledger.empty, a))).toEqual(answers(a))
      }),
      { numRuns: 20 },
    )
  })

  test('what was joined goes on as one fold does', () => {
    fc.assert(
      fc.property(richLogs, richLogs, fc.nat(), (one, other, n) => {
        const [a, b] = [recordedIn('M1', one), recordedIn('M11', other)]
        const joined = ledger.concat(fold(ledger)(a), fold(ledger)(b.slice(0, n % b.length)))
        const all = b.slice(n % b.length).reduce(ledger.apply, joined)
        expect(answers(all)).toEqual(answers(fold(ledger)([...a, ...b])))
        expect(slices(all)).toEqual(slices(fold(ledger)([...a, ...b])))
      }),
      { numRuns: 30 },
    )
  })

  test('groups of households of one municipality, put together, answer as the whole where the figure allows', () => {
    fc.assert(
      fc.property(richLogs, fc.subarray(['H1', 'H2', '__proto__']), (log, first) => {
        const events = recordedIn('town', log)
        const part = (here: boolean) =>
          fold(householdLedger)(events.filter(event => isAbout(event, log, first, here)))
        const joined = householdLedger.concat(part(true), part(false))
        const books = fold(ledger)(events)
        for (const measure of measures)
          for (const effective of whens)
            expect(asOf(measure, { effective })(joined)).toEqual(
              coverageOf(measure) === 'households'
                ? asOf(measure, { effective })(books)
                : E.left({ _tag: 'NeedsWholeMunicipality', measure }),
            )
      }),
      { numRuns: 40 },
    )
  })

  /** Whether an event is about one of the first households, or (not here) about another; places concern all. */
  const isAbout = (
    { data }: HousingEvent,
    log: ReadonlyArray<HousingEvent>,
    first: ReadonlyArray<string>,
    here: boolean,
  ): boolean => {
    const household =
      'household' in data
        ? data.household.id
        : 'householdId' in data
          ? data.householdId
          : log.flatMap(each =>
              ('tenancyId' in data &&
                each.type === 'TenancyStarted' &&
                each.data.tenancyId === data.tenancyId) ||
              ('stayId' in data && each.type === 'StayStarted' && each.data.stayId === data.stayId)
                ? [each.data.householdId]
                : [],
            )[0]
    return household === undefined || first.includes(household) === here
  }
})

describe('folding', () => {
  test('at once is event by event', () => {
    fc.assert(
      fc.property(richLogs, richLogs, (early, late) => {
        const { empty, apply, concat } = ledger
        const state = fold({ empty, apply, concat })(early)
        expect(answers(fold(ledger)(early))).toEqual(answers(state))
        expect(answers(ledger.applyAll?.(state, late) as Ledger)).toEqual(answers(late.reduce(apply, state)))
      }),
      { numRuns: 30 },
    )
  })

  test('never changes a ledger that it was given, whoever goes on from it', () => {
    fc.assert(
      fc.property(richLogs, richLogs, richLogs, (early, late, other) => {
        const state = fold(ledger)(early)
        const before = answers(state)
        const one = late.reduce(ledger.apply, state)
        const two = fold(ledger)([...early, ...other])
        expect(answers(ledger.applyAll?.(state, other) as Ledger)).toEqual(answers(two))
        expect(answers(other.reduce(ledger.apply, state))).toEqual(answers(two))
        expect(answers(one)).toEqual(answers(fold(ledger)([...early, ...late])))
        ledger.concat(state, one)
        expect(answers(state)).toEqual(before)
        expect(answers(ledger.empty)).toEqual(answers(fold(ledger)([])))
      }),
      { numRuns: 20 },
    )
  })
})

describe('two that go on from one ledger', () => {
  test('know each when its own events were recorded', () => {
    fc.assert(
      fc.property(richLogs, richLogs, richLogs, fc.nat(), (early, late, other, n) => {
        const [one, two] = [late, other].map(since => recordedIn('town', [...early, ...since])) as [
          ReadonlyArray<Recorded>,
          ReadonlyArray<Recorded>,
        ]
        const state = fold(ledger)(one.slice(0, early.length))
        const goOn = (events: ReadonlyArray<Recorded>): Ledger =>
          ledger.applyAll?.(state, events.slice(early.length)) as Ledger
        const known = instant(n % Math.max(one.length, two.length))
        const [first, second] = [goOn(one), goOn(two)]
        expect(answers(second, known)).toEqual(answers(fold(ledger)(two), known))
        expect(answers(first, known)).toEqual(answers(fold(ledger)(one), known))
      }),
      { numRuns: 30 },
    )
  })

  test('know the stays of their own by id', () => {
    const state = fold(ledger)([
      fact.assigned(0, 'H1', ['P1']),
      fact.assigned(0, 'H2', ['P2']),
      fact.opened(0, 'S1', 9, 'municipal', { district: 'Nord' }),
      fact.opened(0, 'S2', 9, 'municipal', { district: 'Mitte' }),
      fact.stay(1, 'B2', 'H1', 'S1'),
    ])
    ledger.apply(state, fact.stay(1, 'B3', 'H2', 'S1'))
    const other = ledger.apply(state, fact.stay(1, 'B1', 'H1', 'S2'))
    const over = { period: period(1, 2), every: 'day' } as const
    const found = breakdownOf({ figure: 'dwellings', unit: 'households' }, 'district', over)(other)
    expect(E.isRight(found) && found.right.map(({ cell }) => cell)).toContain('Mitte')
    expect(E.isRight(found) && found.right.map(({ cell }) => cell)).not.toContain('Nord')
  })
})

test('all series and breakdowns at once are those asked for one by one', () => {
  fc.assert(
    fc.property(richLogs, fc.option(fc.nat(40), { nil: undefined }), (log, n) => {
      const books = fold(ledger)(recordedIn('town', log))
      const over: Over = {
        period: period(-2, lastDay + 9),
        every: 'week',
        ...(n === undefined ? {} : { known: instant(n) }),
      }
      const one = <A>(answer: E.Either<Unanswerable, A>): A | undefined =>
        E.toUnion(E.mapLeft(() => undefined)(answer))
      expect(allSeries(measures, over)(books)).toEqual(
        E.right(
          measures.map(measure => ({
            measure,
            series: one(seriesOf(measure, over)(books)),
            breakdowns: dimensionsOf(measure).map(by => ({
              by,
              slices: one(breakdownOf(measure, by, over)(books)),
            })),
          })),
        ),
      )
    }),
    { numRuns: 20 },
  )
})

test('says why there is no answer', () => {
  const known = 'yesterday'
  const effective = day(0)
  expect(asOf({ figure: 'flats let' }, { effective, known })(ledger.empty)).toEqual(
    E.left({ _tag: 'NotAnInstant', known }),
  )
  const over = { period: period(0, 9), every: 'week' } as const
  const measure = { figure: 'site occupancy' } as const
  const needs = E.left({ _tag: 'NeedsWholeMunicipality', measure })
  expect(seriesOf(measure, over)(householdLedger.empty)).toEqual(needs)
  expect(allSeries([measure], over)(householdLedger.empty)).toEqual(needs)
  expect(breakdownOf(measure, 'tier', over)(ledger.empty)).toEqual(
    E.left({ _tag: 'CannotBreakDown', measure, by: 'tier', possible: ['district', 'dwelling'] }),
  )
  // of an empty part, as of an empty log, nothing is amiss
  expect(ledger.concat(householdLedger.empty, ledger.empty).coverage).toBe('households')
})
