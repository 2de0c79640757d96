import { type Household, type IsoDay, isAged, type Split, splitsOf } from 'einzug'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const on = '2017-01-01' as IsoDay
const adult = '1980-01-01'
const person = (id: string, born: string, rest: object = {}) => ({
  id,
  age: { known: 'birth', born },
  ...rest,
})
const households = (...all: ReadonlyArray<ReadonlyArray<object>>) =>
  all.map((members, at) => ({ id: `H${at + 1}`, members })) as unknown as ReadonlyArray<Household>

describe('a family is split', () => {
  test('where spouses live apart, told once, whoever names the other', () => {
    const spouses = { _tag: 'Spouses', persons: ['A', 'B'], households: ['H1', 'H2'] }
    const a = person('A', adult, { partner: 'B' })
    const b = person('B', adult, { partner: 'A' })
    expect(splitsOf(households([a], [b]), on)).toEqual([spouses])
    expect(splitsOf(households([a], [person('B', adult)]), on)).toEqual([spouses])
    expect(splitsOf(households([a, b]), on)).toEqual([])
    expect(splitsOf(households([a]), on)).toEqual([])
  })

  test('where a child lives with no parent, though one is known: until the day before the 18th birthday', () => {
    const child = (born: string) =>
      splitsOf(households([person('A', adult)], [person('C', born, { parents: ['A', 'X'] })]), on)
    expect(child('1999-01-02')).toEqual([
      { _tag: 'ParentAndChild', parent: 'A', child: 'C', households: ['H1', 'H2'] },
    ])
    expect(child('1999-01-01')).toEqual([])
  })

  test('but not where the child lives with one of its parents', () => {
    const child = person('C', '2010-01-01', { parents: ['A', 'B'] })
    expect(splitsOf(households([person('A', adult)], [person('B', adult), child]), on)).toEqual([])
    expect(splitsOf(households([person('A', adult)], [person('B', adult)], [child]), on)).toHaveLength(2)
  })
})

test('splits are those that a look at every two persons finds', () => {
  const births = ['1980-01-01', '1998-12-31', '1999-01-02', '2010-01-01']
  const town = fc
    .array(
      fc.record({
        home: fc.nat(2),
        born: fc.constantFrom(...births),
        partner: fc.nat(9),
        parents: fc.subarray([0, 1, 2, 3, 8]),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map(people => {
      const members = people.map(({ home, born, partner, parents }, at) => ({
        home,
        person: person(`P${at}`, born, {
          ...(partner < 6 && partner !== at && { partner: `P${partner}` }),
          parents: parents.filter(each => each !== at).map(each => `P${each}`),
        }),
      }))
      return households(
        ...[0, 1, 2].map(home => members.filter(each => each.home === home).map(each => each.person)),
      )
    })
  const keyOf = (split: Split): string =>
    split._tag === 'Spouses'
      ? ['spouses', ...[...split.persons].sort()].join()
      : ['child', split.parent, split.child].join()
  fc.assert(
    fc.property(town, all => {
      const everybody = all.flatMap(({ id, members }) => members.map(member => ({ id, member })))
      const expected = new Set<string>()
      for (const one of everybody)
        for (const other of everybody) {
          const apart = one.id !== other.id
          if (apart && one.member.partner === other.member.id)
            expected.add(['spouses', ...[one.member.id, other.member.id].sort()].join())
          const parents = one.member.parents ?? []
          const alone = !everybody.some(({ id, member }) => id === one.id && parents.includes(member.id))
          if (
            apart &&
            alone &&
            parents.includes(other.member.id) &&
            isAged(one.member.age, { below: 18 }, on)
          )
            expected.add(['child', other.member.id, one.member.id].join())
        }
      const found = splitsOf(all, on).map(keyOf)
      expect([...found].sort()).toEqual([...expected].sort())
    }),
  )
})
