import { census, flatsLet, fold } from 'einzug'
import { expect, test } from 'vitest'
import { fact, inStream, period } from './facts.ts'

const log = [
  fact.tenancy(2, 'T1', 'H1', 'F1'),
  fact.tenancyEnded(4, 'T1'),
  fact.tenancy(5, 'T2', 'H2', 'F1'),
  fact.tenancy(6, 'T3', 'H3', 'F2'),
  fact.tenancy(7, 'T4', 'H4', 'F3'),
]
const letIn = (from: number, until: number, more = log) =>
  flatsLet(period(from, until))(fold(census)(more)).count

test('flats in which a tenancy started in the period, each once', () => {
  expect([letIn(0, 10), letIn(0, 7), letIn(3, 6), letIn(3, 5), letIn(7, 7)]).toEqual([3, 2, 1, 0, 0])
})

test('annulled tenancies and those without a night let no flat; flats of other municipalities are others', () => {
  expect(letIn(0, 10, [...log, fact.tenancyAnnulled(9, 'T4'), fact.tenancyEnded(6, 'T3')])).toBe(1)
  expect(letIn(0, 10, [...inStream('M1', log), ...inStream('M2', log)])).toBe(6)
})

test('says what it counts', () => {
  expect(flatsLet(period(0, 2))(census.empty)).toStrictEqual({
    figure: 'flats let',
    unit: 'flats',
    basis: 'Flats in which a tenancy started in the period, each once.',
    period: { from: '2016-01-01', until: '2016-01-03' },
    count: 0,
  })
})
