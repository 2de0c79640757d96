import { asOf, type Figure, fold, ledger, type Published, restatements } from 'einzug'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { day, fact, period } from '../facts.ts'
import { interleaved, lastDay } from '../logs.ts'
import { measures } from './measures.ts'
import { instant, recordedIn, richLogs } from './rich-logs.ts'

const yearbook: ReadonlyArray<Published> = measures.flatMap(measure =>
  [day(4), period(2, 8), period(-2, lastDay + 5)].map(effective => ({ measure, effective })),
)

/** The numbers of a figure by name. */
const numbers = (figure: Figure): Readonly<Record<string, number>> =>
  'numerator' in figure
    ? { numerator: figure.numerator, denominator: figure.denominator }
    : { count: figure.count, ...('parts' in figure ? figure.parts : {}) }

const right = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

describe('restatements', () => {
  const towns = fc
    .array(richLogs, { minLength: 1, maxLength: 2 })
    .chain(all => interleaved(all.map((log, k) => recordedIn(`M${k}`, log))))

  test('are the figures that differ, and no others; what their causes change adds up to the difference', () => {
    fc.assert(
      fc.property(towns, fc.nat(60), fc.option(fc.nat(60), { nil: undefined }), (events, n, m) => {
        const books = fold(ledger)(events)
        const published = instant(n)
        const since = m === undefined ? { published } : { published, known: instant(n + m) }
        const found = right(restatements(yearbook, since)(books))
        const expected = yearbook.flatMap(({ measure, effective }) => {
          const before = right(asOf(measure, { effective, known: published })(books))
          const after = right(
            asOf(measure, m === undefined ? { effective } : { effective, known: instant(n + m) })(books),
          )
          return JSON.stringify(before) === JSON.stringify(after)
            ? []
            : [{ measure, effective, before, after }]
        })
        expect(found.map(({ causes: _, ...rest }) => rest)).toEqual(expected)
        for (const { before, after, causes } of found) {
          const sum = { ...numbers(before) }
          for (const { envelope, change } of causes) {
            expect(envelope.recordedAt > published && envelope.recordedAt <= (since.known ?? '9')).toBe(true)
            expect(Object.values(change).some(number => number !== 0)).toBe(true)
            for (const [name, amount] of Object.entries(change)) sum[name] = (sum[name] as number) + amount
          }
          expect(sum).toEqual(numbers(after))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('name the events, in the order in which they became known', () => {
    const [first, ...later] = recordedIn('town', [
      fact.assigned(1, 'H1', ['P1', 'P2']),
      fact.listed(0, 'F1'),
      fact.tenancy(3, 'T1', 'H1', 'F1'),
      fact.assigned(2, 'H2', ['P3']),
      fact.tenancyAnnulled(9, 'T1'),
      fact.assigned(9, 'H3', ['P4']),
      fact.tenancy(4, 'T2', 'H1', 'F1'),
    ])
    const books = fold(ledger)([...(first === undefined ? [] : [first]), ...later])
    const ask = (measure: Published['measure']) =>
      right(restatements([{ measure, effective: period(0, 8) }], { published: instant(2) })(books)).map(
        ({ causes }) => causes.map(({ envelope, change }) => [envelope.version, change]),
      )
    expect(ask({ figure: 'decentral stock', unit: 'persons' })).toEqual([
      [
        [4, { numerator: 0, denominator: 1 }],
        [5, { numerator: -2, denominator: 0 }],
        [7, { numerator: 2, denominator: 0 }],
      ],
    ])
    expect(ask({ figure: 'decentral intake', unit: 'persons' })).toEqual([
      [
        [4, { numerator: 0, denominator: 1 }],
        [5, { numerator: -2, denominator: 0 }],
        [7, { numerator: 2, denominator: 0 }],
      ],
    ])
    expect(ask({ figure: 'flats let' })).toEqual([])
  })

  test('refuse what is no instant', () => {
    expect(restatements(yearbook, { published: 'then' })(ledger.empty)).toEqual(
      E.left({ _tag: 'NotAnInstant', known: 'then' }),
    )
  })
})
