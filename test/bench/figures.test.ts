import { allSeries, fold, ledger, replay } from 'einzug'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'
import { cityOf } from '../../bench/figures/city.ts'
import { measures, tenYears } from '../../bench/figures/measures.ts'

const log = cityOf(6_000, 2015)

test('the city of bench:figures is the same for the same seed, and another one for another', () => {
  expect(cityOf(6_000, 2015)).toEqual(log)
  expect(cityOf(6_000, 2016)).not.toEqual(log)
})

test('it has as many events as asked for, in the order of recording, few of them late', () => {
  expect(log.length).toBe(6_000)
  expect(replay(log).version).toBe(6_000)
  const times = log.map(({ envelope }) => envelope.recordedAt.slice(0, 10))
  expect(times.toSorted()).toEqual(times)
  const late = log.filter(
    ({ data, envelope }) => Date.parse(envelope.recordedAt) - Date.parse(data.on) > 14 * 86_400_000,
  )
  expect(late.length / log.length).toBeGreaterThan(0.01)
  expect(late.length / log.length).toBeLessThan(0.06)
})

test('all figures are about somebody', () => {
  const all = allSeries(measures, tenYears)(fold(ledger)(log))
  if (E.isLeft(all)) throw new Error(all.left._tag)
  for (const { series, breakdowns, measure } of all.right) {
    expect(series.points.length).toBe(120)
    for (const { slices, by } of breakdowns)
      expect(slices.length, `${measure.figure} by ${by}`).toBeGreaterThan(1)
  }
})
