import type { Household, HouseholdId, PersonId } from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { couplesOf } from '../../../src/rule/standards/couple.ts'
import { person } from './families.ts'

/** A household in which each member names the partner that is given, if any. */
const naming = (names: Readonly<Record<string, string | undefined>>): Household => ({
  id: 'H1' as HouseholdId,
  members: Object.entries(names).map(([id, partner]) => ({
    id,
    ...person(30, 'female', partner === undefined ? {} : { partner: partner as PersonId }),
  })) as unknown as Household['members'],
})

const pairs = (household: Household): ReadonlyArray<string> =>
  couplesOf(household)
    .couples.map(([a, b]) => `${a.id}${b.id}`)
    .sort()

test.each([
  ['both name each other', { A: 'B', B: 'A' }, ['AB']],
  ['one names, the other names nobody', { A: undefined, B: 'A' }, ['AB']],
  ['the other names somebody elsewhere', { A: 'X', B: 'A' }, []],
  ['somebody elsewhere is named', { A: 'X', B: undefined }, []],
  ['nobody is named', { A: undefined, B: undefined }, []],
  ['one is named by two, and names the second', { A: 'B', B: 'C', C: 'B' }, ['BC']],
  ['one is named by two, and names nobody: the first by id', { C: 'B', A: 'B', B: undefined }, ['AB']],
  ['a chain', { C: 'B', B: 'A', A: undefined }, ['AB']],
  ['a ring of three', { A: 'B', B: 'C', C: 'A' }, []],
  ['oneself', { A: 'A', B: undefined }, []],
  ['two couples', { A: 'D', B: 'C', C: undefined, D: 'A' }, ['AD', 'BC']],
])('%s', (_, names, couples) => {
  expect(pairs(naming(names))).toEqual(couples)
})

test('nobody is in two couples or left out, whoever names whom, and the order does not matter', () => {
  const ids = ['A', 'B', 'C', 'D', 'E', 'F']
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.constantFrom(...ids, 'X'), { nil: undefined }), { minLength: 6, maxLength: 6 }),
      fc.shuffledSubarray(ids, { minLength: 6 }),
      (partners, order) => {
        const names = (some: ReadonlyArray<string>) =>
          naming(Object.fromEntries(some.map(id => [id, partners[ids.indexOf(id)]])))
        const { couples, others } = couplesOf(names(ids))
        expect([...couples.flat(), ...others].map(({ id }) => id).sort()).toEqual(ids)
        expect(pairs(names(order))).toEqual(pairs(names(ids)))
        for (const [a, b] of couples) {
          const [one, other] = [partners[ids.indexOf(a.id)], partners[ids.indexOf(b.id)]]
          expect([b.id, undefined]).toContain(one)
          expect([a.id, undefined]).toContain(other)
          expect(one === undefined && other === undefined).toBe(false)
        }
        for (const a of others)
          for (const b of others)
            expect(a.id !== b.id && a.partner === b.id && b.partner === a.id).toBe(false)
      },
    ),
  )
})
