import {
  type Census,
  census,
  children,
  crowding,
  type Figure,
  fold,
  mistakenOccupancy,
  reletTime,
  utilisation,
  vacancy,
} from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, inStream, period } from './facts.ts'
import { lastDay, logs } from './logs.ts'
import { peopled } from './people.ts'

const when = period(2, lastDay + 2)
const views: ReadonlyArray<(known: Census) => Figure> = [
  utilisation(when, 'flats', 'usable'),
  utilisation(when, 'sites', 'usable'),
  vacancy(when),
  reletTime(when),
  mistakenOccupancy(day(6), 'persons'),
  crowding(day(6), 'ukBedroomStandard', 'households'),
  children(day(6)),
]

const numbersOf = (figure: Figure): ReadonlyArray<number> =>
  'numerator' in figure
    ? [figure.numerator, figure.denominator]
    : [figure.count, ...('parts' in figure ? Object.values(figure.parts) : [])]

const answers = (known: Census) => views.map(view => numbersOf(view(known)))

test('figures of two municipalities that use the same ids are the sums of theirs, joined or folded at once', () => {
  fc.assert(
    fc.property(logs.map(peopled), logs.map(peopled), (one, other) => {
      const [here, there] = [inStream('1', one), inStream('11', other)]
      const sums = answers(fold(census)(one)).map((numbers, view) => {
        const more = answers(fold(census)(other))[view] ?? []
        return numbers.map((number, at) => number + (more[at] as number))
      })
      expect(answers(fold(census)([...here, ...there]))).toEqual(sums)
      expect(answers(census.concat(fold(census)(here), fold(census)(there)))).toEqual(sums)
    }),
  )
})
