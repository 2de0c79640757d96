import { census, fold, type HousingEvent, regimeChanges } from 'einzug'
import { expect, test } from 'vitest'
import { fact, period } from './facts.ts'

const arrived = fact.assigned(1, 'H1', ['P1', 'P2', 'P3'])

const changes = (log: ReadonlyArray<HousingEvent>, from = 0, until = 10) => {
  const state = fold(census)([arrived, ...log])
  return [
    regimeChanges('AsylbLG', 'SGB II', period(from, until), 'persons')(state).count,
    regimeChanges('AsylbLG', 'SGB II', period(from, until), 'households')(state).count,
  ]
}

test('persons and households whose regime changed in the period, with the members of the day', () => {
  const log = [fact.changed(4, 'H1', ['P1', 'P2', 'P3', 'P4']), fact.regime(5, 'H1', 'SGB II')]
  expect(changes(log)).toEqual([4, 1])
  expect(changes(log, 5, 6)).toEqual([4, 1])
  expect(changes(log, 6, 10)).toEqual([0, 0])
  expect(changes(log, 0, 5)).toEqual([0, 0])
})

test('only the pair that is asked for', () => {
  expect(changes([fact.regime(5, 'H1', 'SGB XII')])).toEqual([0, 0])
  expect(changes([fact.regime(5, 'H1', 'none'), fact.regime(6, 'H1', 'SGB II')])).toEqual([0, 0])
  const back = fold(census)([arrived, fact.regime(5, 'H1', 'SGB II'), fact.regime(6, 'H1', 'AsylbLG')])
  expect(regimeChanges('SGB II', 'AsylbLG', period(0, 10), 'persons')(back).count).toBe(3)
  const still = fold(census)([arrived, fact.regime(5, 'H1', 'AsylbLG')])
  expect(regimeChanges('AsylbLG', 'AsylbLG', period(0, 10), 'persons')(still).count).toBe(0)
})

test('each change counts; of one day the last recorded', () => {
  const again = [
    fact.regime(3, 'H1', 'SGB II'),
    fact.regime(4, 'H1', 'AsylbLG'),
    fact.regime(5, 'H1', 'SGB II'),
  ]
  expect(changes(again)).toEqual([6, 2])
  expect(changes([fact.regime(3, 'H1', 'SGB II'), fact.regime(3, 'H1', 'AsylbLG')])).toEqual([0, 0])
  expect(changes([fact.regime(3, 'H1', 'none'), fact.regime(3, 'H1', 'SGB II')])).toEqual([3, 1])
  expect(changes([fact.regime(3, 'H1', 'SGB II'), fact.regime(4, 'H1', 'SGB II')])).toEqual([3, 1])
})

test('a late report of an earlier change moves it', () => {
  const log = [fact.regime(5, 'H1', 'SGB II'), fact.regime(3, 'H1', 'SGB II')]
  expect(changes(log, 4, 10)).toEqual([0, 0])
  expect(changes(log, 3, 4)).toEqual([3, 1])
})

test('the regime on arrival is no change, nor is one of households that have left or are not yet there', () => {
  expect(changes([fact.regime(1, 'H1', 'SGB II')])).toEqual([0, 0])
  expect(changes([fact.left(5, 'H1'), fact.regime(5, 'H1', 'SGB II')])).toEqual([0, 0])
  expect(changes([fact.left(6, 'H1'), fact.regime(5, 'H1', 'SGB II')])).toEqual([3, 1])
  // back again under another regime
  expect(changes([fact.left(5, 'H1'), fact.assigned(7, 'H1', ['P1'], 'SGB II')])).toEqual([0, 0])
})

test('says what it counts', () => {
  expect(regimeChanges('AsylbLG', 'SGB II', period(0, 2), 'persons')(census.empty)).toStrictEqual({
    figure: 'regime changes, AsylbLG to SGB II',
    unit: 'persons',
    basis:
      'Households of the population whose regime on a day of the period is not that of the day before, with their members on the day; each change counts.',
    period: { from: '2016-01-01', until: '2016-01-03' },
    count: 0,
  })
})
