import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Age,
  type AgeGroup,
  ageGroupOn,
  ageOn,
  dayOf,
  type IsoDay,
  isoOf,
} from '../../src/domain/index.ts'
import { day, person } from '../../src/testing/arbitrary/index.ts'

const on = (text: string): IsoDay => text as IsoDay
const born = (text: string): Age => ({ known: 'birth', born: on(text) })
const years = (n: number, day: string): Age => ({ known: 'years', years: n, on: on(day) })

describe('age groups change at 18 and at 65, on the birthday', () => {
  test.each<readonly [Age, string, number, AgeGroup]>([
    [born('2000-05-17'), '2018-05-16', 17, 'child'],
    [born('2000-05-17'), '2018-05-17', 18, 'adult'],
    [born('1952-05-17'), '2017-05-16', 64, 'adult'],
    [born('1952-05-17'), '2017-05-17', 65, 'senior'],
    [born('2000-02-29'), '2018-02-28', 17, 'child'],
    [born('2000-02-29'), '2018-03-01', 18, 'adult'],
    [born('2017-05-17'), '2017-05-17', 0, 'child'],
    [years(17, '2016-05-17'), '2017-05-16', 17, 'child'],
    [years(17, '2016-05-17'), '2017-05-17', 18, 'adult'],
    [years(64, '2016-05-17'), '2017-05-16', 64, 'adult'],
    [years(64, '2016-05-17'), '2017-05-17', 65, 'senior'],
    [years(18, '2016-05-17'), '2016-05-16', 17, 'child'],
  ])('%j on %s', (age, day, expected, group) => {
    expect(ageOn(age, on(day))).toBe(expected)
    expect(ageGroupOn(age, on(day))).toBe(group)
  })
})

test('a group alone is kept for ever, and says no age', () => {
  fc.assert(
    fc.property(person({ known: ['group'] }), day(), ({ age }, on) => {
      expect(ageOn(age, on)).toBe(undefined)
      expect(age).toEqual({ known: 'group', group: ageGroupOn(age, on) })
    }),
  )
})

test('an age in years is right or one too low, measured against the birth', () => {
  fc.assert(
    fc.property(day(), fc.nat(40_000), fc.nat(20_000), (from, recorded, later) => {
      const recordedOn = isoOf(dayOf(from) + recorded)
      const asked = isoOf(dayOf(recordedOn) + later)
      const exact = ageOn({ known: 'birth', born: from }, asked) as number
      const atRecording = ageOn({ known: 'birth', born: from }, recordedOn) as number
      const known = ageOn({ known: 'years', years: atRecording, on: recordedOn }, asked) as number
      expect([0, 1]).toContain(exact - known)
    }),
  )
})

test('the group follows from the age', () => {
  fc.assert(
    fc.property(person({ known: ['birth', 'years'] }), day(), ({ age }, on) => {
      const lived = ageOn(age, on) as number
      expect(ageGroupOn(age, on)).toBe(lived >= 65 ? 'senior' : lived >= 18 ? 'adult' : 'child')
    }),
  )
})
