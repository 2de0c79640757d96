import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certain } from '../../../src/rule/standards/certain.ts'

const kinds = ['a', 'b', 'c'] as const
type Kind = (typeof kinds)[number]

test('is what all ways to choose a kind for each person agree on', () => {
  const possible = fc.array(fc.subarray([...kinds], { minLength: 1 }), { maxLength: 6 })
  const answers = fc.array(fc.nat(2), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(possible, answers, (people, table) => {
      const answer = (count: (kind: Kind) => number) =>
        table[(count('a') + 2 * count('b') + 3 * count('c')) % table.length] ?? 0
      const choices = people.reduce<ReadonlyArray<ReadonlyArray<Kind>>>(
        (all, some) => all.flatMap(chosen => some.map(kind => [...chosen, kind])),
        [[]],
      )
      const all = new Set(choices.map(chosen => answer(kind => chosen.filter(each => each === kind).length)))
      expect(certain(people, answer)).toBe(all.size === 1 ? [...all][0] : undefined)
    }),
    { numRuns: 500 },
  )
})

test('an answer may be no', () => {
  expect(certain([['a']], () => false)).toBe(false)
  expect(certain([['a', 'b']], count => count('a') > 5)).toBe(false)
  expect(certain([['a', 'b']], count => count('a') > 0)).toBe(undefined)
})

test('asks once where all is stated, and stops at the first difference', () => {
  let asked = 0
  const asking = (answer: () => number) => () => {
    asked += 1
    return answer()
  }
  certain(
    Array(20).fill(['a']),
    asking(() => 1),
  )
  expect(asked).toBe(1)
  certain(
    Array(20).fill(kinds),
    asking(() => asked),
  )
  expect(asked).toBe(3)
  certain(
    Array(20).fill(kinds),
    asking(() => 1),
  )
  expect(asked).toBe(3 + 231) // 22 choose 2, not 3 to the power of 20
})
