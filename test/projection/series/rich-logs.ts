import type { HousingEvent, MunicipalityId, Recorded } from 'einzug'
import fc from 'fast-check'
import { day } from '../facts.ts'
import { logs } from '../logs.ts'

interface Dress {
  readonly districts: ReadonlyArray<string>
  readonly tier: number
  readonly sexes: ReadonlyArray<'female' | 'male' | 'diverse' | undefined>
  readonly ages: ReadonlyArray<object>
}

const born = fc
  .tuple(fc.constantFrom(0, 3, 6, 16, 18, 25, 65), fc.integer({ min: -3, max: 14 }))
  .map(([years, n]) => `${Number(day(n).slice(0, 4)) - years}${day(n).slice(4)}`)

const age = fc.oneof(
  born.map(on => ({ known: 'birth', born: on })),
  fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: -380, max: 3 })).map(([years, n]) => ({
    known: 'years',
    years,
    on: day(n),
  })),
  fc.constantFrom('child', 'adult', 'senior').map(group => ({ known: 'group', group })),
)

const dress: fc.Arbitrary<Dress> = fc.record({
  districts: fc.array(fc.constantFrom('Mitte', 'Nord', ''), { minLength: 1, maxLength: 3 }),
  tier: fc.integer({ min: 0, max: 3 }),
  sexes: fc.array(fc.constantFrom('female', 'male', 'diverse', undefined), { minLength: 1, maxLength: 3 }),
  ages: fc.array(age, { minLength: 1, maxLength: 4 }),
})

const dressed = (event: HousingEvent, { districts, tier, sexes, ages }: Dress, k: number): HousingEvent => {
  const of = <A>(list: ReadonlyArray<A>, at: number): A => list[at % list.length] as A
  const data: Record<string, unknown> = { ...event.data }
  if ('household' in event.data)
    data['household'] = {
      ...event.data.household,
      members: event.data.household.members.map((person, m) => {
        const sex = of(sexes, k + m)
        return { ...person, age: of(ages, k + m), ...(sex === undefined ? {} : { sex }) }
      }),
      ...(tier === 0 ? {} : { needs: { tier } }),
    }
  if ('flat' in event.data) data['flat'] = { ...event.data.flat, district: of(districts, k) }
  const district = of(districts, k)
  if ('site' in event.data && district !== '') data['site'] = { ...event.data.site, district }
  return { type: event.type, data } as unknown as HousingEvent
}

/** Logs whose households have tiers, sexes and ages that turn while the log runs, and whose places have districts. */
export const richLogs: fc.Arbitrary<ReadonlyArray<HousingEvent>> = fc
  .tuple(logs, fc.array(dress, { minLength: 1, maxLength: 8 }))
  .map(([log, dresses]) => log.map((event, k) => dressed(event, dresses[k % dresses.length] as Dress, k)))

/** The instant at which the n-th event of a log is recorded, in these tests. */
export const instant = (n: number): string => new Date(Date.UTC(2017, 0, 1) + n * 1000).toISOString()

/** Events in envelopes, recorded a second after each other; now and then several at once. */
export const recordedIn = (
  stream: string,
  log: ReadonlyArray<HousingEvent>,
  step = 1,
): ReadonlyArray<Recorded> =>
  log.map((event, k) => ({
    ...event,
    envelope: {
      stream: stream as MunicipalityId,
      version: k + 1,
      recordedAt: instant(Math.floor(k / step)),
      schema: 1,
      commandId: `${stream}${String(k)}` as Recorded['envelope']['commandId'],
    },
  }))
