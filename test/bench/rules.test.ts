import { allocate, pose, verify } from 'einzug'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { engines } from '../../bench/rules/engines.ts'
import { townOf } from '../../bench/rules/town.ts'

const n = 300
const town = townOf(n, 2015)

describe('the town of bench:rules', () => {
  test('is the same for the same seed, and another one for another', () => {
    expect(townOf(n, 2015)).toEqual(town)
    expect(townOf(n, 2016)).not.toEqual(town)
  })

  test('can be posed, allocated and verified', () => {
    const posed = pose(town)
    expect(E.isRight(posed) && verify(posed.right, allocate(posed.right))._tag).toBe('Right')
  })

  test('gives most households some flats, of a district or three', () => {
    const { offsets } = engines.columns(townOf(1_000, 2015))
    const degrees = Array.from(offsets.subarray(1), (end, row) => end - (offsets[row] as number))
    expect(degrees.filter(degree => degree === 0).length).toBeLessThan(20)
    expect(Math.max(...degrees)).toBeLessThan(750)
  })
})

test.each([2015, 1, 2])(
  'plain predicates, verdicts and columns find the same pairs and fits (seed %i)',
  seed => {
    const question = townOf(n, seed)
    const { offsets, heads, fit } = engines.columns(question)
    expect(engines.predicates(question)).toEqual({ offsets, heads, fit })
    expect(engines.judge(question)).toEqual({ offsets, heads, fit })
    expect(heads.length).toBeGreaterThan(10 * n)
  },
)
