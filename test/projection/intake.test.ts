import { census, decentralIntake, fold, type HousingEvent } from 'einzug'
import { expect, test } from 'vitest'
import { fact, inStream, period } from './facts.ts'

const of = (log: ReadonlyArray<HousingEvent>, from: number, until: number) => {
  const state = fold(census)(log)
  return (['persons', 'households'] as const).map(unit => {
    const { numerator, denominator } = decentralIntake(period(from, until), unit)(state)
    return `${String(numerator)}/${String(denominator)} ${unit}`
  })
}

const flats = [fact.listed(0, 'F1'), fact.listed(0, 'F2')]

test('those assigned in the period who moved into a flat in it, of all assigned in it', () => {
  const log = [
    ...flats,
    fact.assigned(-1, 'before', ['P0']),
    fact.assigned(0, 'H1', ['P1', 'P2', 'P3']),
    fact.assigned(9, 'H2', ['P4', 'P5']),
    fact.assigned(10, 'after', ['P6']),
    fact.tenancy(9, 'T1', 'H1', 'F1'),
    fact.tenancy(10, 'T2', 'H2', 'F2'),
    fact.tenancy(5, 'T3', 'before', 'F2'),
    fact.tenancyEnded(8, 'T3'),
  ]
  expect(of(log, 0, 10)).toEqual(['3/5 persons', '1/2 households'])
  expect(of(log, 0, 11)).toEqual(['5/6 persons', '2/3 households'])
  expect(of(log, 10, 10)).toEqual(['0/0 persons', '0/0 households'])
})

test('the same day counts, and a second flat counts nobody twice', () => {
  const log = [
    ...flats,
    fact.assigned(3, 'H1', ['P1', 'P2']),
    fact.tenancy(3, 'T1', 'H1', 'F1'),
    fact.tenancyEnded(5, 'T1'),
    fact.tenancy(5, 'T2', 'H1', 'F2'),
  ]
  expect(of(log, 0, 10)).toEqual(['2/2 persons', '1/1 households'])
})

test('who is born or joins later does not count; who has died or left the household before the move neither', () => {
  const log = [
    ...flats,
    fact.assigned(1, 'H1', ['P1', 'P2', 'P3']),
    fact.changed(2, 'H1', ['P1', 'P2', 'P3', 'born'], 'birth'),
    fact.changed(4, 'H1', ['P1', 'P2', 'born'], 'death'),
    fact.tenancy(5, 'T1', 'H1', 'F1'),
    fact.changed(6, 'H1', ['P1', 'born'], 'death'),
  ]
  expect(of(log, 0, 10)).toEqual(['2/3 persons', '1/1 households'])
})

test('a birth on the day of arrival does not count, a correction of that day does', () => {
  const arrived = [fact.assigned(1, 'H1', ['P1']), fact.changed(1, 'H1', ['P1', 'P2'], 'birth')]
  expect(of(arrived, 0, 10)).toEqual(['0/1 persons', '0/1 households'])
  const corrected = [fact.assigned(1, 'H1', ['P1']), fact.changed(1, 'H1', ['P1', 'P2'], 'correction')]
  expect(of(corrected, 0, 10)).toEqual(['0/2 persons', '0/1 households'])
  const later = [fact.assigned(1, 'H1', ['P1']), fact.changed(2, 'H1', ['P1', 'P2'], 'correction')]
  expect(of(later, 0, 10)).toEqual(['0/1 persons', '0/1 households'])
})

test('a person who left into a separated household counts when that one moves; the new household does not', () => {
  const log = [
    ...flats,
    fact.assigned(1, 'H1', ['P1', 'P2']),
    fact.changed(3, 'H1', ['P1'], 'separation'),
    fact.assigned(3, 'H2', ['P2'], 'AsylbLG', 'H1'),
    fact.tenancy(5, 'T1', 'H2', 'F1'),
  ]
  expect(of(log, 0, 10)).toEqual(['1/2 persons', '0/1 households'])
  // separated on the day of arrival: both were handed over by the state
  const atOnce = [
    fact.assigned(1, 'H1', ['P1', 'P2']),
    fact.changed(1, 'H1', ['P1'], 'separation'),
    fact.assigned(1, 'H2', ['P2'], 'AsylbLG', 'H1'),
  ]
  expect(of(atOnce, 0, 10)).toEqual(['0/2 persons', '0/1 households'])
})

test('a correction says who was handed over that day, of an arrival or a return, and never makes one', () => {
  const separated = [
    fact.assigned(1, 'H1', ['P1', 'P2']),
    fact.assigned(3, 'H2', ['P3'], 'AsylbLG', 'H1'),
    fact.changed(3, 'H2', ['P3', 'P4'], 'correction'),
  ]
  expect(of(separated, 0, 10)).toEqual(['0/2 persons', '0/1 households'])
  const returned = [
    fact.assigned(1, 'H1', ['P1']),
    fact.left(3, 'H1'),
    fact.assigned(6, 'H1', ['P1']),
    fact.changed(6, 'H1', ['P1', 'P2', 'P3'], 'correction'),
  ]
  expect(of(returned, 0, 5)).toEqual(['0/1 persons', '0/1 households'])
  expect(of(returned, 5, 10)).toEqual(['0/3 persons', '0/1 households'])
})

test('an annulled tenancy and one without a night are none; a corrected one counts where it was put', () => {
  const log = [...flats, fact.assigned(1, 'H1', ['P1', 'P2']), fact.tenancy(5, 'T1', 'H1', 'F1')]
  expect(of(log, 0, 10)).toEqual(['2/2 persons', '1/1 households'])
  expect(of([...log, fact.tenancyAnnulled(20, 'T1')], 0, 10)).toEqual(['0/2 persons', '0/1 households'])
  expect(of([...log, fact.tenancyEnded(5, 'T1')], 0, 10)).toEqual(['0/2 persons', '0/1 households'])
  expect(of([...log, fact.tenancyEnded(6, 'T1')], 0, 10)).toEqual(['2/2 persons', '1/1 households'])
  const moved = [...log, fact.tenancyCorrected(12, 'T1', null)]
  expect(of(moved, 0, 10)).toEqual(['0/2 persons', '0/1 households'])
  expect(of(moved, 0, 13)).toEqual(['2/2 persons', '1/1 households'])
})

test('a tenancy of a household that the log does not know houses nobody', () => {
  expect(of([...flats, fact.tenancy(5, 'T1', 'nobody', 'F1')], 0, 10)).toEqual([
    '0/0 persons',
    '0/0 households',
  ])
})

test('persons of two municipalities that use the same ids are different persons', () => {
  const log = [fact.assigned(1, 'H1', ['P1']), fact.listed(0, 'F1')]
  const housed = [...log, fact.tenancy(2, 'T1', 'H1', 'F1')]
  expect(of([...inStream('M1', log), ...inStream('M2', housed)], 0, 10)).toEqual([
    '1/2 persons',
    '1/2 households',
  ])
  // '1' with '1P1' is not '11' with 'P1'
  const odd = [fact.assigned(1, 'H1', ['1P1'])]
  expect(of([...inStream('1', odd), ...inStream('11', log)], 0, 10)).toEqual([
    '0/2 persons',
    '0/2 households',
  ])
})

test('states the published totals: 568 of 1,020', () => {
  // 206 flats: 181 families of three and 25 single persons; 113 families of four still wait
  const sizes = [...Array.from({ length: 181 }, () => 3), ...Array.from({ length: 25 }, () => 1)]
  const members = (household: string, persons: number) =>
    Array.from({ length: persons }, (_, k) => `${household}-${String(k)}`)
  const housed = sizes.flatMap((persons, k) => {
    const n = String(k)
    return [
      fact.assigned(k, `H${n}`, members(`H${n}`, persons)),
      fact.listed(k, `F${n}`),
      fact.tenancy(k + 30, `T${n}`, `H${n}`, `F${n}`),
    ]
  })
  const waiting = Array.from({ length: 113 }, (_, k) =>
    fact.assigned(k, `W${String(k)}`, members(`W${String(k)}`, 4)),
  )
  expect(of([...housed, ...waiting], 0, 365)).toEqual(['568/1020 persons', '206/319 households'])
})

test('says what it counts', () => {
  const ratio = (unit: 'persons' | 'households') => decentralIntake(period(0, 2), unit)(census.empty)
  expect(ratio('persons')).toStrictEqual({
    figure: 'decentral ratio, intake',
    unit: 'persons',
    basis:
      'Of the persons assigned in the period (as handed over: later births and family reunions do not count), those who moved into a flat in it, each once; whoever left into another household by then counts with that one.',
    period: { from: '2016-01-01', until: '2016-01-03' },
    numerator: 0,
    of: 'persons',
    denominator: 0,
  })
  expect(ratio('households')).toStrictEqual({
    figure: 'decentral ratio, intake',
    unit: 'households',
    basis:
      'Of the households assigned in the period (not those formed by a separation), those with a tenancy of their own that started in it, each once.',
    period: { from: '2016-01-01', until: '2016-01-03' },
    numerator: 0,
    of: 'households',
    denominator: 0,
  })
})
