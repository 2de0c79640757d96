import * as fc from 'fast-check'
import type { NeedCount, NeedPart } from '../../rule/need-points.ts'
import { type HouseholdFlag, householdFlags } from '../../rule/quantity.ts'
import { type StandardName, standards } from '../../rule/standard.ts'
import { people } from './amount.ts'
import { plain, whole } from './plain.ts'

const counted = (): fc.Arbitrary<NeedCount> =>
  fc.oneof<Array<fc.Arbitrary<NeedCount>>>(
    people(),
    fc.constant('waitingDays'),
    whole({ lacks: fc.constantFrom(...(Object.keys(standards) as ReadonlyArray<StandardName>)) }),
  )

const part = (): fc.Arbitrary<NeedPart> => {
  const name = fc.constant('Part')
  const points = fc.nat(100)
  return fc.oneof<Array<fc.Arbitrary<NeedPart>>>(
    plain({ name, each: points, of: counted(), per: fc.integer({ min: 1, max: 60 }), most: points }, [
      'name',
      'each',
      'of',
    ]),
    whole({
      name,
      if: fc.constantFrom(...(Object.keys(householdFlags) as ReadonlyArray<HouseholdFlag>)),
      points,
    }),
    whole({ name, byTier: fc.array(points, { maxLength: 4 }) }),
  )
}

/** Points schemes of one to four parts under names that occur once. */
export const needParts = (): fc.Arbitrary<ReadonlyArray<NeedPart>> =>
  fc
    .array(part(), { minLength: 1, maxLength: 4 })
    .map(parts => parts.map((each, at) => ({ ...each, name: `Part ${at + 1}` })))
