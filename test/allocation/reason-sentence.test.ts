import { type Reason, reasonSentence } from 'einzug'
import { describe, expect, test } from 'vitest'

const says = (reason: unknown): string => reasonSentence(reason as Reason)

describe('reasonSentence', () => {
  test('placed: what the flat gives, and why a better one is kept', () => {
    const placed = { _tag: 'Placed', flatId: 'F1', fit: 70, points: [{ name: 'size', points: 70 }] }
    const better = (costs: object) => [
      { flatId: 'F2', fit: 90, heldBy: 'H2', costs: { lose: [], gain: [], points: 0, ...costs } },
    ]
    expect(says({ ...placed, better: [] })).toBe(
      'Has F1 with 70 points (size: 70). No flat it may have fits better.',
    )
    expect(says({ ...placed, points: [], better: better({ lose: ['H2'] }) })).toBe(
      'Has F1 with 70 points. Best of 1 flat that would fit better: F2 (90 points), kept by H2, as otherwise H2 would lose a home.',
    )
    expect(says({ ...placed, points: [], better: [...better({ points: 5 }), ...better({})] })).toBe(
      'Has F1 with 70 points. Best of 2 flats that would fit better: F2 (90 points), kept by H2, as otherwise all together would lose 5 points.',
    )
    expect(says({ ...placed, points: [], better: better({}) })).toContain(
      'kept by H2, which is as good for all together.',
    )
  })

  test('no flat fits: what fails by one rule alone, and the nearest miss', () => {
    const rule = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 400 }, unit: 'EUR' }
    const verdict = { _tag: 'Fails', asked: 40_000, found: 43_500, shortfall: { amount: 3500, unit: 'cent' } }
    const rules = [
      { rule: 'cap', fail: 3, failAlone: 2 },
      { rule: 'area', fail: 1, failAlone: 0 },
    ]
    expect(
      says({ _tag: 'NoFlatFits', rules, nearest: { flatId: 'F3', failures: [{ rule, verdict }] } }),
    ).toMatch(
      /^No flat passes the rules \(2 flats by "cap" alone\)\. Nearest: F3: .*€35\.00 over.*€400\.00.*\.$/,
    )
    expect(
      says({ _tag: 'NoFlatFits', rules: [], nearest: { flatId: 'F3', failures: [{ rule, verdict }] } }),
    ).toMatch(/^No flat passes the rules\. Nearest: F3/)
    expect(says({ _tag: 'NoFlatFits', rules, nearest: null })).toBe('No flat is on offer.')
  })

  test('outranked: by whom, and what would house it', () => {
    expect(says({ _tag: 'Outranked', hallSet: ['A', 'B'], flats: ['F'], ahead: ['C'] })).toBe(
      'The flat that could be had went to households that rank no later (A, B). 1 household without a flat would come first; 2 more flats of that kind would surely house it.',
    )
    expect(
      says({ _tag: 'Outranked', hallSet: ['A', 'B', 'C', 'D', 'E'], flats: ['F', 'G'], ahead: [] }),
    ).toBe(
      'The 2 flats that could be had, or be freed by moving others, went to households that rank no later (A, B, C, D, E). One more flat of that kind would house it.',
    )
    expect(
      says({ _tag: 'Outranked', hallSet: ['A', 'B', 'C', 'D', 'E', 'F'], flats: ['F', 'G'], ahead: [] }),
    ).toContain('(A, B, C, D and 2 more)')
  })
})
