import type { Measure } from './measure.ts'
import { readFlatsLet, readIntake } from './read-distinct.ts'
import { readLiving } from './read-living.ts'
import { flatPersons, flatUnits, readNights, sitePersons } from './read-nights.ts'
import { readRegimes } from './read-regimes.ts'
import type { Asked, Reading } from './reading.ts'

/** The reading that a figure is made from; population, dwellings, waiting and stock share one. */
export const read = (measure: Measure, asked: Asked): Reading => {
  switch (measure.figure) {
    case 'population':
    case 'dwellings':
    case 'waiting':
    case 'decentral stock':
      return readLiving(asked, measure.unit)
    case 'decentral intake':
      return readIntake(asked, measure.unit)
    case 'regime changes':
      return readRegimes(asked, measure.before, measure.after, measure.unit)
    case 'flats let':
      return readFlatsLet(asked)
    case 'flat occupancy':
      return readNights(asked, measure.unit === 'units' ? flatUnits : flatPersons)
    case 'site occupancy':
      return readNights(asked, sitePersons)
  }
}
