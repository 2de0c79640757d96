import { census, fold } from 'einzug'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inStream } from './facts.ts'
import { logs } from './logs.ts'
import { answers, questions } from './questions.ts'

test('every view says what its definition gives, night by night, in any log', () => {
  fc.assert(
    fc.property(logs, log => {
      expect(answers(fold(census)(log))).toEqual(questions.map(({ name, naive }) => [name, naive(log)]))
    }),
  )
})

test('figures of two municipalities that use the same ids are the sums of theirs', () => {
  fc.assert(
    fc.property(logs, logs, (one, other) => {
      const both = fold(census)([...inStream('1', one), ...inStream('11', other)])
      expect(answers(both)).toEqual(
        questions.map(({ name, naive }) => {
          const more = naive(other)
          return [name, naive(one).map((value, k) => value + (more[k] as number))]
        }),
      )
    }),
  )
})
