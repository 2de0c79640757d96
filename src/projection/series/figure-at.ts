import type { Figure } from '../figure.ts'
import type { Measure } from './measure.ts'
import { inFlat, inReception, inSite, nowhere } from './whereabouts.ts'

/** A figure from its statement and the numbers of a point in a reading. */
export const figureAt = (measure: Measure, statement: Figure, numberAt: (k: number) => number): Figure => {
  const flat = numberAt(inFlat)
  const site = numberAt(inSite)
  const reception = numberAt(inReception)
  const unknown = numberAt(nowhere)
  switch (measure.figure) {
    case 'population':
      return { ...statement, count: flat + site + reception + unknown }
    case 'dwellings':
      return {
        ...statement,
        count: flat + site + reception + unknown,
        parts: { flat, site, reception, unknown },
      }
    case 'waiting':
      return { ...statement, count: site + reception + unknown, parts: { site, reception, unknown } }
    case 'decentral stock':
      return { ...statement, numerator: flat, denominator: flat + site + reception + unknown }
    case 'decentral intake':
    case 'flat occupancy':
    case 'site occupancy':
      return { ...statement, numerator: numberAt(0), denominator: numberAt(1) }
    case 'regime changes':
    case 'flats let':
      return { ...statement, count: numberAt(0) }
  }
}

/** The numbers that a figure states: of a ratio both, otherwise the whole and its parts. */
export const numbersOf = (figure: Figure): ReadonlyArray<number> =>
  'numerator' in figure
    ? [figure.numerator, figure.denominator]
    : 'parts' in figure
      ? [figure.count, ...Object.values(figure.parts)]
      : [figure.count]
