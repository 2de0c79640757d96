import * as fc from 'fast-check'

/** Words that people write: one of these as a rule, now and then up to 40 characters of any script. */
export const text = (...usual: ReadonlyArray<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  )

/** The districts of an invented town. */
export const someDistricts: ReadonlyArray<string> = ['Mitte', 'Nord', 'Ost', 'Süd', 'West']

/** The school districts of the same town. */
export const schoolDistricts: ReadonlyArray<string> = ['Kardinal-von-Galen', 'Augustinus', 'Paul-Gerhardt']

/** Languages spoken there. */
export const someLanguages: ReadonlyArray<string> = ['ar', 'fa', 'ti', 'uk']
