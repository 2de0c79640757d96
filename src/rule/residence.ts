import { bindsOn } from '../domain/residence-duty.ts'
import type { Abstaining, Field, IndexedColumn } from './column.ts'
import { isFor } from './judge.ts'
import { judgedOnce } from './judged-once.ts'
import { kindsOf } from './kinds.ts'
import type { ResidenceRule } from './rule.ts'

/** The column of a rule on duties to reside: few lists of duties that bind, and few places, differ. */
export const residence = (rule: ResidenceRule, field: Field, abstaining: Abstaining): IndexedColumn => {
  const households = kindsOf(field.seekers, seeker => {
    const binding = (seeker.household.residenceDuties ?? []).filter(duty => bindsOn(duty, field.on))
    return JSON.stringify([isFor(rule, seeker), binding.map(({ scope, place }) => [scope, place])])
  })
  const flats = kindsOf(field.flats, ({ municipality, county, land }) =>
    JSON.stringify([municipality, county, land]),
  )
  return judgedOnce(rule, field, abstaining, households, flats)
}
