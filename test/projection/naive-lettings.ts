import type { HousingEvent, Period } from 'einzug'
import { dayOf } from 'einzug'
import { at, flatOf, type Log, listed, livings, nights, ofType, open, personsAt, siteOf } from './naive.ts'

/** Utilisation, vacancy and re-let time as their definitions read, night by night. */

const idsOf = (log: Log) => [...new Set(ofType(log, 'FlatListed').map(({ data }) => data.flat.id))]

export const naiveUtilisation = (
  log: Log,
  period: Period,
  where: 'flats' | 'sites',
  there: 'offered' | 'usable',
): readonly [number, number] => {
  let [taken, all] = [0, 0]
  const left = (count: number, blocked = 0) => Math.max(0, there === 'usable' ? count - blocked : count)
  for (const night of nights(period)) {
    if (where === 'flats')
      for (const id of idsOf(log)) {
        const tenants = at(livings(log, 'Tenancy'), night).filter(({ place }) => place === id).length
        const flat = flatOf(log, id, night)
        const units = listed(log, id, night) ? left(flat?.roomsLet ?? 1, flat?.blocked?.count) : 0
        taken += tenants
        all += Math.max(units, tenants)
      }
    else
      for (const id of new Set(ofType(log, 'SiteOpened').map(({ data }) => data.site.id))) {
        const here = at(livings(log, 'Stay'), night).filter(({ place }) => place === id)
        const persons = personsAt(log, here, night)
        const site = siteOf(log, id, night)
        taken += persons
        if (open(log, id, night) || persons > 0) all += left(site?.places ?? 0, site?.blocked?.count)
      }
  }
  return [taken, all]
}

export const naiveVacancy = (log: Log, period: Period) => {
  const [taken, offered] = naiveUtilisation(log, period, 'flats', 'offered')
  const [, usable] = naiveUtilisation(log, period, 'flats', 'usable')
  return [offered, taken, usable - taken, offered - usable]
}

/** The reason that was recorded last for the end of a tenancy, unless a correction said since that it goes on. */
const endedBy = (log: Log, id: string): string | undefined => {
  let reason: string | undefined
  for (const { type, data } of log) {
    if (type === 'TenancyStarted' && data.tenancyId === id) reason = undefined
    if (type === 'TenancyEnded' && data.tenancyId === id) reason = data.reason
    if (type === 'TenancyCorrected' && data.tenancyId === id && data.until === null) reason = undefined
  }
  return reason
}

export const naiveReletTime = (log: Log, period: Period) => {
  const found = { days: 0, 'first let': 0, exchange: 0, 'major works': 0, 're-let': 0 }
  const ids = [...new Set(ofType(log, 'TenancyStarted').map(({ data }) => data.tenancyId))]
  const tenancies = ids
    .map(id => ({ id, ...(livings(onlyOf(log, id), 'Tenancy')[0] as ReturnType<typeof livings>[0]) }))
    .filter(({ from, until }) => from < until)
  const [first, last] = [-3, 20].map(n => 16_801 + n) as [number, number]
  for (const flat of new Set(tenancies.map(({ place }) => place))) {
    let free: ReadonlyArray<{ readonly since: number; readonly exchange: boolean }> = []
    for (let day = first; day <= last; day++) {
      const here = tenancies.filter(({ place }) => place === flat)
      const ending = here
        .filter(({ until }) => until === day)
        .map(({ id }) => ({ since: day, exchange: endedBy(log, id) === 'exchange' }))
      free = [
        ...free,
        ...ending.filter(({ exchange }) => exchange),
        ...ending.filter(({ exchange }) => !exchange),
      ]
      for (const _ of here.filter(({ from }) => from === day)) {
        const [longest, ...rest] = free
        free = rest
        if (day < dayOf(period.from) || day >= dayOf(period.until)) continue
        const gap =
          longest === undefined
            ? []
            : Array.from({ length: day - longest.since }, (_, k) => longest.since + k)
        const offered = idsOf(log).some(id => id === flat) && gap.every(night => listed(log, flat, night))
        if (longest === undefined || !offered) found['first let']++
        else if (longest.exchange) found.exchange++
        else if (gap.some(night => flatOf(log, flat, night)?.blocked?.reason === 'major works'))
          found['major works']++
        else {
          found['re-let']++
          found.days += gap.length
        }
      }
    }
  }
  return found
}

/** What is said of one tenancy alone. */
const onlyOf = (log: Log, id: string): ReadonlyArray<HousingEvent> =>
  log.filter(({ data }) => 'tenancyId' in data && data.tenancyId === id)
