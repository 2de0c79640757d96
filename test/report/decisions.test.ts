import { allocate, explain, type HouseholdId, type Problem, pose, type Question, sentenceIn } from 'einzug'
import { decisionsOf, pseudonyms, renderReport } from 'einzug/report'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'
import { figures, right } from './sample.ts'

/** A town with too few flats, some too small, so that every kind of reason comes up; ids are like no other text. */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 9 }),
    areas: fc.array(fc.integer({ min: 20, max: 60 }), { maxLength: 5 }),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ sizes, areas, seed }) => {
    const seekers = sizes.map((size, k) => ({
      household: {
        id: `§household${k}§`,
        members: Array.from({ length: size }, (_, m) => ({
          id: `§person${k}.${m}§`,
          age: { known: 'group', group: 'adult' },
        })),
      },
      regime: 'AsylbLG',
      waitingSince: '2016-01-01',
    }))
    const flats = areas.map((area, k) => ({
      id: `§flat${k}§`,
      district: 'Mitte',
      area,
      rooms: 2,
      rent: { cold: 40_000 },
    }))
    const policy = {
      name: 'P',
      version: '1',
      rules: [{ rule: 'atLeast', name: 'area', flat: 'area', asks: { times: 9, of: 'persons' }, unit: 'm²' }],
      ranking: [{ by: 'lottery', seed }],
      preferences: [
        {
          preference: 'closeTo',
          name: 'size',
          points: 20,
          flat: 'area',
          ideal: { fixed: 40 },
          unit: 'm²',
          perUnit: 1,
        },
      ],
    }
    return right(pose({ on: '2016-03-31', policy, seekers, flats } as unknown as Question))
  })

const secrets = fc.option(fc.string({ minLength: 1 }), { nil: undefined })

test('no id of a household or person is left in the decisions, nor of a hidden flat', () => {
  fc.assert(
    fc.property(
      problems,
      secrets,
      fc.constantFrom('named' as const, 'hidden' as const),
      (problem, secret, flats) => {
        const decided = decisionsOf(problem, allocate(problem), {
          flats,
          ...(secret === undefined ? {} : { secret }),
        })
        const page = renderReport(figures, right(decided), { language: 'de' })
        for (const text of [JSON.stringify(right(decided)), page]) {
          expect(text).not.toMatch(/§(household|person)/)
          if (flats === 'hidden') expect(text).not.toContain('§flat')
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('each reason says what the explanation says, of other names', () => {
  fc.assert(
    fc.property(problems, problem => {
      const allocation = allocate(problem)
      const ids = problem.seekers.map(({ household }) => household.id)
      const names = pseudonyms('H', ids, {})
      const { household } = explain(problem, allocation)
      const renamed = (text: string): string => text.replace(/§household\d+§/g, id => names.get(id) ?? id)
      const { households, totals } = right(decisionsOf(problem, allocation, {}))
      expect(totals).toEqual(allocation.totals)
      for (const language of ['de', 'en'] as const) {
        const say = sentenceIn(language)
        expect(households.map(({ reason }) => say(reason))).toEqual(
          ids.map(id => renamed(say(right(household(id))))),
        )
      }
      expect(households.flatMap(({ flat }) => flat ?? [])).toHaveLength(totals.placements)
    }),
  )
})

test('an allocation that does not hold is refused', () => {
  const problem = right(
    pose({
      on: '2016-03-31',
      policy: { name: 'P', version: '1', rules: [], ranking: [], preferences: [] },
      seekers: [
        { household: { id: 'H', members: [{ id: 'P' }] }, regime: 'none', waitingSince: '2016-01-01' },
      ],
      flats: [],
    } as unknown as Question),
  )
  const unplaced = ['H', 'X'] as unknown as ReadonlyArray<HouseholdId>
  expect(E.isLeft(decisionsOf(problem, { ...allocate(problem), unplaced }, {}))).toBe(true)
})

test('a keyed pseudonym depends on the id and the secret alone, and on both', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.string(), (ids, secret) => {
      const keyed = pseudonyms('H', ids, { secret })
      expect(new Set(keyed.values()).size).toBe(ids.length)
      for (const [id, name] of keyed) {
        expect(name).toMatch(/^H-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(pseudonyms('H', [id], { secret }).get(id)).toBe(name)
        expect(pseudonyms('H', [id], { secret: `${secret}.` }).get(id)).not.toBe(name)
        expect(pseudonyms('F', [id], { secret }).get(id)?.slice(2)).not.toBe(name.slice(2))
      }
    }),
  )
})

test('a known answer, computed with the hmac module of Python', () => {
  expect(pseudonyms('H', ['Yilmaz'], { secret: 'a long random text' }).get('Yilmaz')).toBe('H-56PVT-51VNH')
})
