import {
  type Flat,
  type FlatId,
  type HouseholdId,
  type IsoDay,
  type PersonId,
  type Policy,
  type PoseError,
  type Problem,
  pose,
  type Question,
  type Seeker,
} from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'

export const day = (text: string): IsoDay => text as IsoDay

/** A seeker of so many persons. */
export const seeker = (
  id: string,
  persons: number,
  more: Partial<Omit<Seeker, 'household'>> & Partial<Omit<Seeker['household'], 'id' | 'members'>> = {},
): Seeker => {
  const { regime = 'AsylbLG', waitingSince = day('2016-01-01'), ...household } = more
  const member = (k: number) =>
    ({ id: `${id}/${k}` as PersonId, age: { known: 'group', group: 'adult' } }) as const
  const others = Array.from({ length: persons - 1 }, (_, k) => member(k + 1))
  return {
    household: { id: id as HouseholdId, members: [member(0), ...others], ...household },
    regime,
    waitingSince,
  }
}

export const flat = (id: string, more: Partial<Omit<Flat, 'id'>> = {}): Flat => ({
  id: id as FlatId,
  district: 'Mitte',
  area: 50,
  rooms: 2,
  rent: { cold: 40_000 },
  ...more,
})

export const posed = (question: Question): Problem => {
  const problem: E.Either<PoseError, Problem> = pose(question)
  if (E.isLeft(problem)) throw new Error(JSON.stringify(problem.left))
  return problem.right
}

const seekers = (most: number) =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.integer({ min: 0, max: 30 }).map(k => `H${k}`),
        persons: fc.integer({ min: 1, max: 4 }),
        tier: fc.integer({ min: 1, max: 2 }),
        waitingSince: fc.constantFrom(day('2015-10-01'), day('2016-02-01')),
        districts: fc.constantFrom([], ['Mitte'], ['Mitte', 'Nord']),
      })
      .map(({ id, persons, tier, waitingSince, districts }) =>
        seeker(id, persons, { waitingSince, needs: { tier }, wishes: { districts } }),
      ),
    { maxLength: most, selector: ({ household }) => household.id },
  )

const flats = (most: number, rooms: boolean) =>
  fc.uniqueArray(
    fc
      .record({
        id: fc.integer({ min: 0, max: 30 }).map(k => `F${k}`),
        area: fc.constantFrom(30, 40, 45, 60, 80),
        cold: fc.constantFrom(30_000, 45_000, 60_000),
        district: fc.constantFrom('Mitte', 'Nord', 'Süd'),
        roomsLet: rooms
          ? fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 4 })
          : fc.constant(undefined),
      })
      .map(({ id, area, cold, district, roomsLet }) =>
        flat(id, { area, district, rent: { cold }, ...(roomsLet === undefined ? {} : { roomsLet }) }),
      ),
    { maxLength: most, selector: ({ id }) => id },
  )

const policies: fc.Arbitrary<Policy> = fc
  .record({
    perPerson: fc.constantFrom(9, 15),
    cap: fc.constantFrom([400, 500, 650], [300, 300, 300], [null, 450, 700]),
    oneOf: fc.boolean(),
    ranking: fc.subarray<Policy['ranking'][number]>([
      { by: 'tier' },
      { by: 'persons', first: 'most' },
      { by: 'waitingSince' },
      { by: 'lottery', seed: 7 },
    ]),
    points: fc.constantFrom(0, 3, 50),
  })
  .map(({ perPerson, cap, oneOf, ranking, points }) => ({
    name: 'random',
    version: '1',
    rules: [
      { rule: 'atLeast', name: 'area', flat: 'area', asks: { times: perPerson, of: 'persons' }, unit: 'm²' },
      {
        rule: 'atMost',
        name: 'cap',
        flat: 'coldRent',
        asks: { byPersons: cap, eachFurther: 100 },
        unit: 'EUR',
      },
      ...(oneOf
        ? [{ rule: 'oneOf', name: 'district', word: 'flat.district', list: 'household.districts' } as const]
        : []),
    ],
    ranking,
    preferences: [
      {
        preference: 'bonus',
        name: 'Mitte',
        points,
        when: { rule: 'oneOf', name: '', word: 'flat.district', list: ['Mitte'] },
      },
      {
        preference: 'closeTo',
        name: 'size',
        points: 9,
        flat: 'area',
        ideal: { times: 15, of: 'persons', plus: 20 },
        unit: 'm²',
        perUnit: 0.5,
      },
    ],
  }))

/** Questions of at most so many households and flats, with weak and strict rankings. */
export const questions = (
  most: number,
  { rooms = true } = {},
): fc.Arbitrary<Question & { readonly flats: ReadonlyArray<Flat> }> =>
  fc.record({
    on: fc.constant(day('2016-06-01')),
    policy: policies,
    seekers: seekers(most),
    flats: flats(most, rooms),
  })
