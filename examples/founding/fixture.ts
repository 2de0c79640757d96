import {
  type Command,
  dayOf,
  found,
  type IsoDay,
  isoOf,
  type Municipality,
  type MunicipalityId,
  tell,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { others, published, type Year, years } from './facts.ts'
import { sites } from './town.ts'

/**
 * Households of the fixture: how many of which size were housed in a flat (206 households, 568 persons) or not
 * (452 persons), and how many of the housed ones changed from AsylbLG to SGB II (459 persons).
 */
const housed = [
  { size: 7, households: 2, changed: 0 },
  { size: 6, households: 14, changed: 0 },
  { size: 5, households: 20, changed: 20 },
  { size: 4, households: 30, changed: 30 },
  { size: 3, households: 30, changed: 30 },
  { size: 2, households: 50, changed: 50 },
  { size: 1, households: 60, changed: 49 },
] as const
const unhoused = [
  { size: 4, households: 18, changed: 0 },
  { size: 3, households: 20, changed: 0 },
  { size: 2, households: 60, changed: 0 },
  { size: 1, households: 200, changed: 0 },
] as const

interface Family {
  readonly size: number
  readonly changed: boolean
  readonly inFlat: boolean
}

const districts = ['Dülmen-Mitte', 'Buldern', 'Rorup', 'Merfeld', 'Hiddingsel', 'Hausdülmen'] as const
const sharesOfDistricts = [60, 74, 81, 88, 94, 100]

/**
 * A log, made by hand, that reproduces the published totals of Dülmen, 2015 to 2017, exactly, and the persons assigned
 * in each year as the demo has them. Everything else about it is an assumption: who came when within a year (the last by
 * mid-June 2017, so that all moves and changes of regime fall into the three years), that every family lived in a site
 * for the first two to five months, the districts, and that a fifth of those without a flat left after 300 days.
 */
export const fixture = (): Municipality => {
  const commands: Array<Command> = []
  const say = (type: Command['type'], data: object): void => {
    commands.push({ type, id: `${commands.length + 1}`, data } as Command)
  }
  for (const site of sites) say('OpenSite', { on: '2015-01-01', site })
  arrivals().forEach(({ on, size, changed, inFlat }, k) => {
    const householdId = `H${String(k + 1).padStart(3, '0')}`
    const members = Array.from({ length: size }, (_, m) => ({
      id: `${householdId}/${m + 1}`,
      age: { known: 'group', group: m < 2 ? 'adult' : 'child' },
    }))
    const site = sites[k % 17 < 8 ? 0 : k % 17 < 14 ? 1 : 2]
    say('AssignHousehold', { on: isoOf(on), household: { id: householdId, members }, regime: 'AsylbLG' })
    say('StartStay', { on: isoOf(on), stayId: `S${householdId}`, householdId, siteId: site?.id })
    if (inFlat) {
      const moves = on + 60 + ((k * 37) % 91)
      const flat = {
        id: `F${householdId.slice(1)}`,
        district: districts[sharesOfDistricts.findIndex(share => (k * 61) % 100 < share)],
        area: 25 + 15 * size,
        rooms: size,
        rent: { cold: 25_000 + 9_000 * size },
      }
      say('ListFlat', { on: isoOf(moves - 21 - (k % 23)), flat })
      say('StartTenancy', {
        on: isoOf(moves),
        tenancyId: `T${householdId}`,
        householdId,
        flatId: flat.id,
      })
    } else if (k % 5 === 0) say('RecordDeparture', { on: isoOf(on + 300), householdId, reason: 'moved away' })
    if (changed) say('ChangeRegime', { on: isoOf(on + 150 + ((k * 13) % 41)), householdId, regime: 'SGB II' })
  })
  const told = tell(commands, { recordedAt: '2018-01-02T08:00:00.000Z', actor: 'by hand' })(
    found('duelmen-fixture' as MunicipalityId),
  )
  if (E.isLeft(told)) throw new Error(`the fixture was refused: ${JSON.stringify(told.left.refusal)}`)
  return told.right
}

const daysToArrive: Readonly<Record<Year, number>> = { 2015: 365, 2016: 366, 2017: 165 }

/** The families spread over the years so that each year is assigned exactly its persons. */
const arrivals = (): ReadonlyArray<Family & { readonly on: number }> => {
  let left = mixed()
  return years.flatMap(year => {
    let persons = published.assigned[year] + others[year]
    const chosen = left.filter(({ size }) => {
      if (size > persons) return false
      persons -= size
      return true
    })
    left = left.filter(family => !chosen.includes(family))
    const begin = dayOf(`${year}-01-01` as IsoDay)
    return chosen.map((family, k) => ({
      ...family,
      on: begin + Math.floor((k * daysToArrive[year]) / chosen.length),
    }))
  })
}

/** All families, large and small, housed and not, one after the other in turn. */
const mixed = (): ReadonlyArray<Family> => {
  const families = [
    ...housed.flatMap(row => copies(row).map(changed => ({ size: row.size, changed, inFlat: true }))),
    ...unhoused.flatMap(row => copies(row).map(changed => ({ size: row.size, changed, inFlat: false }))),
  ]
  // 275 has no factor in common with their number, 504: every family comes once
  return families.map((_, k) => families[(k * 275) % families.length] as Family)
}

/** One entry per household: whether its regime changed. */
const copies = ({
  households,
  changed,
}: {
  readonly households: number
  readonly changed: number
}): ReadonlyArray<boolean> => Array.from({ length: households }, (_, k) => k < changed)
