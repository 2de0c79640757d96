import { kaplanMeier, type Observation, restrictedMean, type Survival } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const curve = (all: ReadonlyArray<Observation>): Survival =>
  (kaplanMeier(all) as Extract<ReturnType<typeof kaplanMeier>, { _tag: 'Right' }>).right

const watched = (days: ReadonlyArray<number>, event: boolean) => days.map(each => ({ days: each, event }))

test('6-MP, restricted to 35 weeks: 23.29 with a standard error of 2.83 (Klein & Moeschberger, example 4.2)', () => {
  const sixMp = curve([
    ...watched([6, 6, 6, 7, 10, 13, 16, 22, 23], true),
    ...watched([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], false),
  ])
  const known = restrictedMean(sixMp, 35)
  expect(known?.mean.toFixed(2)).toBe('23.29')
  expect(Math.sqrt(known?.variance ?? NaN).toFixed(2)).toBe('2.83')
})

const many = fc.array(fc.record({ days: fc.nat(12), event: fc.boolean() }), { minLength: 1, maxLength: 30 })
const horizons = fc.integer({ min: 0, max: 15 })

describe('the restricted mean', () => {
  test('is the sum over days of those expected to wait on, each step varying on its own', () => {
    fc.assert(
      fc.property(many, horizons, (all, horizon) => {
        const known = curve(all)
        const last = known.steps.at(-1)
        const mean = restrictedMean(known, horizon)
        if (last === undefined || (last.day < horizon && last.survival > 0)) {
          expect(mean).toBeNull()
          return
        }
        const waitsOn = (day: number) => known.steps.findLast(step => step.day <= day)?.survival ?? 1
        const sum = (from: number) => {
          let area = 0
          for (let day = from; day < horizon; day++) area += waitsOn(day)
          return area
        }
        expect(mean?.mean).toBeCloseTo(sum(0), 10)
        let variance = 0
        for (const { day, events, atRisk } of known.steps)
          if (events < atRisk) variance += (sum(day) ** 2 * events) / atRisk / (atRisk - events)
        expect(mean?.variance).toBeCloseTo(variance, 10)
      }),
    )
  })

  test('of those who were all seen to the end is their mean, and varies as a mean does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 30 }), horizons, (days, horizon) => {
        const cut = days.map(each => Math.min(each, horizon))
        const mean = cut.reduce((sum, each) => sum + each, 0) / days.length
        const variance = cut.reduce((sum, each) => sum + (each - mean) ** 2, 0) / days.length ** 2
        const known = restrictedMean(curve(watched(days, true)), horizon)
        expect(known?.mean).toBeCloseTo(mean, 10)
        expect(known?.variance).toBeCloseTo(variance, 10)
      }),
    )
  })

  test('of nobody is not known', () => {
    expect(restrictedMean(curve([]), 0)).toBeNull()
  })
})
