import type * as t from 'io-ts'
import type * as domain from '../domain/index.ts'
import { IsoDay } from './day.ts'
import { PersonId } from './id.ts'
import { Text, whole, words } from './scalar.ts'
import { list, object, tagged } from './structure.ts'

/** @category words */
export type AgeGroup = domain.AgeGroup
/** @category words */
export const AgeGroup: t.Type<domain.AgeGroup> = /* @__PURE__ */ words<domain.AgeGroup>({
  child: true,
  adult: true,
  senior: true,
})

/** @category words */
export type Age = domain.Age

type Known<K extends domain.Age['known']> = Extract<domain.Age, { readonly known: K }>

/**
 * An age in years is a whole number from 0 to 130.
 *
 * @category words
 */
export const Age: t.Type<domain.Age> = /* @__PURE__ */ tagged<domain.Age>('an age', 'known', {
  birth: /* @__PURE__ */ object<Known<'birth'>>('an age', {
    known: /* @__PURE__ */ words({ birth: true }),
    born: IsoDay,
  }) as t.Type<domain.Age>,
  years: /* @__PURE__ */ object<Known<'years'>>('an age', {
    known: /* @__PURE__ */ words({ years: true }),
    years: /* @__PURE__ */ whole('whole years', 0, 130),
    on: IsoDay,
  }) as t.Type<domain.Age>,
  group: /* @__PURE__ */ object<Known<'group'>>('an age', {
    known: /* @__PURE__ */ words({ group: true }),
    group: AgeGroup,
  }) as t.Type<domain.Age>,
})

/** @category words */
export type Sex = domain.Sex
/** @category words */
export const Sex: t.Type<domain.Sex> = /* @__PURE__ */ words<domain.Sex>({
  female: true,
  male: true,
  diverse: true,
})

/** @category words */
export type Person = domain.Person

/**
 * A member of a household. Whom `partner` and `parents` name need not be a member.
 *
 * @category words
 */
export const Person: t.Type<domain.Person> = /* @__PURE__ */ object<domain.Person>(
  'a person',
  { id: PersonId, age: Age },
  {
    sex: Sex,
    partner: PersonId,
    parents: /* @__PURE__ */ list('a list of person ids', PersonId),
    origin: Text,
  },
)
