// What each figure costs on a seeded city, beside one fold of its whole log: every row is a share of that.
import {
  type Census,
  census,
  children,
  crowding,
  decentralIntake,
  decentralStock,
  dwellings,
  fairness,
  flatOccupancy,
  fold,
  type HousingEvent,
  isoOf,
  mistakenOccupancy,
  needForecast,
  reletTime,
  siteOccupancy,
  utilisation,
  vacancy,
  waitingTimes,
} from '../src/index.ts'
import { random } from './matching/instances/random.ts'
import { cpuTimed, median } from './timing.ts'

const json = process.argv.includes('--json')
const begin = 16_436 // 2015-01-01
const days = 3652

/** Ten years of a city: households of one to six arrive, wait in a site, move into flats that are let again and again. */
const logOf = (households: number): ReadonlyArray<HousingEvent> => {
  const { below } = random(1)
  const events: Array<HousingEvent> = []
  const say = (type: HousingEvent['type'], on: number, data: object): void => {
    events.push({ type, data: { on: isoOf(begin + on), ...data } } as unknown as HousingEvent)
  }
  const flats = Math.ceil(households / 2)
  const sites = Math.ceil(households / 400)
  for (let s = 0; s < sites; s++)
    say('SiteOpened', 0, { site: { id: `S${s}`, kind: 'municipal', places: 200 } })
  for (let f = 0; f < flats; f++) {
    const bedrooms = 1 + below(4)
    const flat = {
      id: `F${f}`,
      district: `D${f % 20}`,
      area: 30 + 15 * bedrooms,
      rooms: bedrooms + 1,
      bedrooms,
    }
    say('FlatListed', below(days / 2), { flat: { ...flat, rent: { cold: 50_000 } } })
  }
  for (let h = 0; h < households; h++) {
    const [on, householdId] = [below(days), `H${h}`]
    const members = Array.from({ length: 1 + below(6) }, (_, k) => {
      const born = isoOf(begin - (k < 2 ? 7000 + below(10_000) : below(6000)))
      return {
        id: `${householdId}/${k}`,
        age: { known: 'birth', born },
        sex: below(2) === 0 ? 'female' : 'male',
      }
    })
    say('HouseholdAssigned', on, { household: { id: householdId, members }, regime: 'AsylbLG' })
    say('StayStarted', on, { stayId: `A${h}`, householdId, siteId: `S${h % sites}` })
    if (below(3) === 0) say('RegimeChanged', on + 200, { householdId, regime: 'SGB II' })
    if (below(4) === 0) {
      if (below(3) === 0) continue
      say('StayEnded', on + 300, { stayId: `A${h}` })
      say('HouseholdLeft', on + 300, { householdId, reason: 'moved away' })
      continue
    }
    const moves = on + 30 + below(600)
    say('StayEnded', moves, { stayId: `A${h}` })
    say('TenancyStarted', moves, { tenancyId: `T${h}`, householdId, flatId: `F${h % flats}` })
    const ends = moves + 100 + below(700)
    if (h < flats) say('TenancyEnded', ends, { tenancyId: `T${h}`, reason: 'notice' })
  }
  return events
}

/** CPU milliseconds; the median of five runs. */
const cost = (work: () => unknown): number => median(Array.from({ length: 5 }, () => cpuTimed(work)[1]))

const households = 40_000
const log = logOf(households)
const [last, year] = [
  isoOf(begin + days - 1),
  { from: isoOf(begin + days - 366), until: isoOf(begin + days - 1) },
]
const all = { from: isoOf(begin), until: last }
const views: Readonly<Record<string, (known: Census) => unknown>> = {
  'dwellings, a day': dwellings(last, 'persons'),
  'decentral ratio, a day': decentralStock(last, 'persons'),
  'decentral ratio, intake of a year': decentralIntake(year, 'persons'),
  'occupancy of flats, ten years': flatOccupancy(all, 'units'),
  'occupancy of sites, ten years': siteOccupancy(all),
  'utilisation of flats, ten years': utilisation(all, 'flats', 'usable'),
  'vacancy, ten years': vacancy(all),
  're-let time, ten years': reletTime(all),
  'waiting times, households': waitingTimes(last, 'households'),
  'waiting times, persons': waitingTimes(last, 'persons'),
  'fairness by household size': fairness(last, 'household size'),
  'fairness by sex of the head': fairness(last, 'sex of the head'),
  'crowding, a day': crowding(last, 'ukBedroomStandard', 'persons'),
  'mistaken occupancy, a day': mistakenOccupancy(last, 'persons'),
  'children by district, a day': children(last),
  'need in twelve months': needForecast(year, 12),
}

const known = fold(census)(log)
const folding = cost(() => fold(census)(log))
if (!json)
  console.log(
    `${households.toLocaleString('en')} households, ${log.length.toLocaleString('en')} events`.padEnd(38),
    'CPU ms   of one fold',
  )
for (const [view, look] of [['fold', () => fold(census)(log)] as const, ...Object.entries(views)]) {
  const ms = view === 'fold' ? folding : cost(() => look(known))
  const share = ms / folding
  if (json) console.log(JSON.stringify({ view, events: log.length, ms, ofFold: share }))
  else console.log(view.padEnd(38), ms.toFixed(0).padStart(6), share.toFixed(2).padStart(13))
}
