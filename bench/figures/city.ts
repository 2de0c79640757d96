import type { HousingEvent, IsoDay, Recorded, Regime } from 'einzug'
import { isoOf } from 'einzug'
import { type Random, random } from '../matching/instances/random.ts'

/** Ten years from 2010-01-01 on. */
const first = 14_610
const days = 3_652

/** Of a hundred households, so many have 1, 2, … 8 persons: 2.67 on average. */
const sizes = [40, 17, 13, 12, 9, 5, 3, 1].flatMap((share, at) => Array.from({ length: share }, () => at + 1))

const districts = Array.from({ length: 14 }, (_, k) => `District ${k + 1}`)
const regimes: ReadonlyArray<Regime> = ['AsylbLG', 'AsylbLG', 'AsylbLG', 'SGB II', 'none']

/** Of a hundred facts that nothing else waits for, so many are recorded up to four months late: three of all. */
const late = 12
const mayBeLate: ReadonlyArray<HousingEvent['type']> = [
  'HouseholdChanged',
  'RegimeChanged',
  'HouseholdLeft',
  'FlatChanged',
  'FlatWithdrawn',
]

/** One text for each day, as a store that reads a log would have. */
const texts = new Map<number, IsoDay>()
const textOf = (day: number): IsoDay => {
  const known = texts.get(day) ?? isoOf(day)
  texts.set(day, known)
  return known
}

interface MutableHousehold {
  readonly id: string
  members: Array<object>
  tier: number
  stay: string | undefined
  tenancy: string | undefined
  flat: number | undefined
  /** The last day on which something about it was recorded: what follows cannot be known before. */
  recorded: number
}

interface MutableFlat {
  readonly id: string
  readonly data: object
  recorded: number
}

/**
 * The log of a city: `n` events of ten years about some 0.12 n persons, who are assigned, live in sites, are offered
 * flats, decline some, move in and out, change and leave. Three facts in a hundred are recorded up to four
 * months late, and some proposals by days, while the one before is open. Of the events,
 * about a third are proposals and declines, as the rest leaves room.
 */
export const cityOf = (n: number, seed: number): ReadonlyArray<Recorded> => {
  const draws = random(seed)
  const { below, chance } = draws
  const told: MutableTold = { recorded: [], events: [] }
  const households: Array<MutableHousehold> = []
  const here: Array<MutableHousehold> = []
  const seeking: Array<MutableHousehold> = []
  const free: Array<MutableFlat> = []
  const flats: Array<MutableFlat> = []
  const wanted = Math.round(0.045 * n)
  const sites = Math.max(2, Math.round(n / 16_000))
  let numbered = 0

  /** Says a fact about some subjects, late now and then, and never before what was said of them. */
  const say = (
    type: HousingEvent['type'],
    on: number,
    data: object,
    ...about: ReadonlyArray<{ recorded: number }>
  ) => {
    const isLate = mayBeLate.includes(type) && chance(late)
    const recorded = Math.max(isLate ? on + 2 + below(120) : on, ...about.map(each => each.recorded))
    if (!isLate) for (const each of about) each.recorded = recorded
    tell(told, recorded, type, data)
  }

  for (let k = 0; k < sites; k++) {
    const kind = k % 8 === 0 ? 'reception' : 'municipal'
    const site = { id: `S${k}`, kind, places: 200 + below(200), district: districts[k % 14] }
    say('SiteOpened', first, { on: textOf(first), site })
  }

  const arrive = (on: number): void => {
    const id = `H${households.length}`
    const size = sizes[below(100)] as number
    const household: MutableHousehold = {
      id,
      members: Array.from({ length: size }, (_, m) => person(draws, `${id}/${m}`, m < 2)),
      tier: 1 + below(3),
      stay: `B${numbered++}`,
      tenancy: undefined,
      flat: undefined,
      recorded: on,
    }
    households.push(household)
    here.push(household)
    seeking.push(household)
    const about = { id, members: household.members, needs: { tier: household.tier } }
    say('HouseholdAssigned', on, { on: textOf(on), household: about, regime: regimes[below(5)] }, household)
    say(
      'StayStarted',
      on,
      { on: textOf(on), stayId: household.stay, householdId: id, siteId: `S${below(sites)}` },
      household,
    )
  }

  const list = (on: number): void => {
    const capacity = (sizes[below(100)] as number) + below(2)
    const data = {
      id: `F${flats.length}`,
      district: districts[below(14)],
      area: 20 + 14 * capacity,
      rooms: Math.max(1, capacity - 1),
      rent: { cold: 30_000 + 9_000 * capacity },
      ...(chance(60) ? { landlord: { personsMax: capacity } } : {}),
    }
    const flat: MutableFlat = { id: data.id, data, recorded: on }
    flats.push(flat)
    free.push(flat)
    say('FlatListed', on, { on: textOf(on), flat: data }, flat)
  }

  const moveIn = (on: number, household: MutableHousehold): void => {
    const [flat] = free.splice(below(free.length), 1)
    if (flat === undefined) return
    const placementId = `V${numbered++}`
    const [householdId, flatId] = [household.id, flat.id]
    say('PlacementProposed', on, { on: textOf(on), placementId, householdId, flatId }, household, flat)
    if (chance(30)) {
      say(
        'PlacementDeclined',
        on + 3,
        { on: textOf(on + 3), placementId, by: 'landlord', reason: 'other' },
        household,
        flat,
      )
      free.push(flat)
      seeking.push(household)
      return
    }
    say('PlacementAgreed', on + 3, { on: textOf(on + 3), placementId }, household, flat)
    if (household.stay !== undefined)
      say('StayEnded', on + 7, { on: textOf(on + 7), stayId: household.stay }, household)
    household.stay = undefined
    household.tenancy = `T${numbered++}`
    household.flat = Number(flatId.slice(1))
    say(
      'TenancyStarted',
      on + 7,
      { on: textOf(on + 7), tenancyId: household.tenancy, householdId, flatId, placementId },
      household,
      flat,
    )
    if (chance(2))
      say(
        'TenancyCorrected',
        on + 8,
        { on: textOf(on + 8), tenancyId: household.tenancy, until: null, reason: 'keys a day later' },
        household,
        flat,
      )
  }

  const endTenancy = (on: number, household: MutableHousehold): void => {
    const flat = flats[household.flat ?? -1]
    if (flat === undefined || household.tenancy === undefined) return
    say(
      'TenancyEnded',
      on,
      { on: textOf(on), tenancyId: household.tenancy, reason: 'notice' },
      household,
      flat,
    )
    household.tenancy = undefined
    household.flat = undefined
    if (chance(25)) say('FlatWithdrawn', on, { on: textOf(on), flatId: flat.id, reason: 'landlord' }, flat)
    else free.push(flat)
  }

  const live = (on: number, household: MutableHousehold, place: number): void => {
    const roll = below(100)
    const { id } = household
    if (roll < 34) {
      if (household.members.length < 9)
        household.members = [
          ...household.members,
          person(draws, `${id}/${household.members.length}`, false, on),
        ]
      const about = { id, members: household.members, needs: { tier: household.tier } }
      say('HouseholdChanged', on, { on: textOf(on), household: about, reason: 'birth' }, household)
    } else if (roll < 66)
      say(
        'RegimeChanged',
        on,
        { on: textOf(on), householdId: id, regime: chance(80) ? 'SGB II' : 'none' },
        household,
      )
    else if (roll < 82) {
      if (household.tenancy === undefined) return
      endTenancy(on, household)
      household.stay = `B${numbered++}`
      say(
        'StayStarted',
        on,
        { on: textOf(on), stayId: household.stay, householdId: id, siteId: `S${below(sites)}` },
        household,
      )
      seeking.push(household)
    } else if (roll < 95) {
      if (household.stay !== undefined)
        say('StayEnded', on, { on: textOf(on), stayId: household.stay }, household)
      household.stay = undefined
      endTenancy(on, household)
      say('HouseholdLeft', on, { on: textOf(on), householdId: id, reason: 'moved away' }, household)
      here.splice(place, 1)
      const waiting = seeking.indexOf(household)
      if (waiting >= 0) seeking.splice(waiting, 1)
    } else {
      const flat = flats[below(flats.length)] as MutableFlat
      say('FlatChanged', on, { on: textOf(on), flat: { ...flat.data, stepFree: chance(50) } }, flat)
    }
  }

  let [arrivals, listings, lives] = [0, 0, 0]
  for (let k = 0; k < days - 8; k++) {
    const on = first + k
    const share = (k + 1) / (days - 8)
    for (; arrivals < wanted * share; arrivals++) arrive(on)
    for (; listings < 0.7 * wanted * share; listings++) list(on)
    for (; here.length > 0 && lives < 5 * wanted * share; lives++) {
      const place = below(here.length)
      live(on, here[place] as MutableHousehold, place)
    }
    for (let most = Math.ceil(wanted / 1_200); most > 0 && seeking.length > 0 && free.length > 0; most--) {
      const [household] = seeking.splice(below(Math.min(seeking.length, 200)), 1)
      if (household !== undefined && !household.tenancy) moveIn(on, household)
    }
  }
  while (told.events.length < n) propose(draws, told, households, flats, numbered++)

  return inOrder(told).slice(0, n)
}

/** Facts, and the day on which each is recorded. */
interface MutableTold {
  readonly recorded: Array<number>
  readonly events: Array<MutableFact>
}

interface MutableFact {
  readonly type: string
  readonly data: object
  envelope: Recorded['envelope'] | undefined
}

const tell = (told: MutableTold, recorded: number, type: string, data: object): void => {
  told.recorded.push(recorded)
  told.events.push({ type, data, envelope: undefined })
}

/** In the order of recording, those of one day as they were told; each in its envelope. */
const inOrder = ({ recorded, events }: MutableTold): ReadonlyArray<Recorded> => {
  const count = events.length
  const keys = Float64Array.from(recorded, (day, at) => day * count + at).sort()
  return Array.from(keys, (key, at) => {
    const event = events[key % count] as MutableFact
    const time = Math.floor(key / count) * 86_400_000 + 28_800_000 + (at % 36_000) * 1000
    event.envelope = {
      stream: 'city',
      version: at + 1,
      recordedAt: new Date(time).toISOString(),
      schema: 1,
      commandId: `c${at}`,
    } as Recorded['envelope']
    return event as unknown as Recorded
  })
}

const person = ({ below }: Random, id: string, adult: boolean, on?: number): object => {
  const born = on ?? first - (adult ? 6_570 + below(14_600) : below(6_570))
  return { id, sex: below(2) === 0 ? 'female' : 'male', age: { known: 'birth', born: textOf(born) } }
}

const propose = (
  { below }: Random,
  told: MutableTold,
  households: ReadonlyArray<MutableHousehold>,
  flats: ReadonlyArray<MutableFlat>,
  number: number,
): void => {
  const on = first + below(days - 10)
  const placementId = `V${number}`
  const householdId = (households[below(households.length)] as MutableHousehold).id
  const flatId = (flats[below(flats.length)] as MutableFlat).id
  tell(told, on, 'PlacementProposed', { on: textOf(on), placementId, householdId, flatId })
  tell(told, on + 5, 'PlacementDeclined', {
    on: textOf(on + 5),
    placementId,
    by: 'landlord',
    reason: 'other',
  })
}
