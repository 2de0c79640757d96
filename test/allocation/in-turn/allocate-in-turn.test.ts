import {
  allocate,
  allocateByPolicy,
  allocateInTurn,
  checkPolicy,
  firstComeFirstServed,
  lottery,
  mostPersons,
  needsFirst,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { posed, questions } from '../instances.ts'

const asked = questions(7)
const problems = asked.map(posed)

describe('allocateInTurn', () => {
  test('every household has the best home that those before it left, and nobody is moved', () => {
    fc.assert(
      fc.property(problems, problem => {
        const { seekers, homes, ranked } = problem
        const { graph, rank } = ranked
        const { placements, unplaced, totals } = allocateInTurn(problem)
        const homeOf = new Map(placements.map(({ householdId, ...home }) => [householdId, home]))
        const left = new Set(homes.keys())
        const turns = [...seekers.keys()].sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b)
        for (const row of turns) {
          const pairs = [...graph.heads.subarray(graph.offsets[row], graph.offsets[row + 1])]
            .map((column, k) => ({ column, fit: graph.fit[(graph.offsets[row] as number) + k] as number }))
            .filter(({ column }) => left.has(column))
          const best = Math.max(...pairs.map(({ fit }) => fit))
          const id = seekers[row]?.household.id
          const pair = pairs.find(({ fit }) => fit === best)
          if (id === undefined) throw new Error('no such row')
          if (pair === undefined) {
            expect(unplaced).toContain(id)
            continue
          }
          left.delete(pair.column)
          const home = homes[pair.column]
          expect(homeOf.get(id)).toEqual({ flatId: home?.flat.id, room: home?.room, fit: best })
        }
        expect(totals.placements).toBe(placements.length)
        expect(placements.length + unplaced.length).toBe(seekers.length)
      }),
    )
  })

  test('never houses more households than allocate', () => {
    fc.assert(
      fc.property(problems, problem => {
        expect(allocateInTurn(problem).placements.length).toBeLessThanOrEqual(
          allocate(problem).placements.length,
        )
      }),
    )
  })
})

describe('named policies', () => {
  const all = [mostPersons, needsFirst, firstComeFirstServed, lottery]

  test('are policies that leave no two households in one rank', () => {
    fc.assert(
      fc.property(asked, fc.integer(), (question, seed) => {
        for (const named of all) {
          const policy = named({ ...question.policy, seed })
          expect(checkPolicy(policy)).toEqual(E.right(policy))
          const { rank } = posed({ ...question, policy }).ranked
          expect(new Set(rank).size).toBe(rank.length)
        }
      }),
    )
  })

  test('have names of their own', () => {
    const names = all.map(named => named({ version: '1', rules: [], preferences: [], seed: 1 }).name)
    expect(new Set(names).size).toBe(all.length)
  })

  test('most persons: no other policy houses more', () => {
    fc.assert(
      fc.property(asked, fc.integer(), (question, seed) => {
        const [most, ...others] = all.map(
          named =>
            allocateByPolicy(posed({ ...question, policy: named({ ...question.policy, seed }) })).totals
              .personsHoused,
        )
        expect(Math.max(...others)).toBeLessThanOrEqual(most as number)
      }),
    )
  })
})
