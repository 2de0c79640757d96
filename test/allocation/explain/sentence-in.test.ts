import { type Reason, sentenceIn } from 'einzug'
import { describe, expect, test } from 'vitest'

const both = (reason: unknown): readonly [string, string] => [
  sentenceIn('en')(reason as Reason),
  sentenceIn('de')(reason as Reason),
]

const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 400 }, unit: 'EUR' }
const over = { _tag: 'Fails', asked: 40_000, found: 43_500, shortfall: { amount: 3500, unit: 'cent' } }
const failures = [{ rule: cap, verdict: over }]

describe('sentenceIn', () => {
  const placed = { _tag: 'Placed', flatId: 'F1', fit: 70, points: [], better: [], costs: null }

  test('placed, and nothing fits better', () => {
    expect(both({ ...placed, points: [{ name: 'size', points: 70 }] })).toEqual([
      'Has F1 with 70 points (size: 70). No flat it may have fits better.',
      'Der Haushalt erhält F1 mit 70 Punkten (size: 70). Keine Wohnung, die für ihn infrage kommt, passt besser.',
    ])
    expect(both({ ...placed, fit: 1 })[1]).toContain('mit 1 Punkt.')
  })

  test('placed, and why a better flat is kept', () => {
    const better = [{ flatId: 'F2', fit: 90, heldBy: 'H2' }]
    const costing = (costs: object, more = better) =>
      both({ ...placed, better: more, costs: { lose: [], gain: [], points: 0, ...costs } })
    expect(costing({ lose: ['H2'] })).toEqual([
      'Has F1 with 70 points. One flat would fit better: F2 (90 points). It stays with H2, which would have no home otherwise.',
      'Der Haushalt erhält F1 mit 70 Punkten. Eine Wohnung würde besser passen: F2 (90 Punkte). Sie bleibt bei H2, der sonst ohne Wohnung bliebe.',
    ])
    expect(costing({ lose: ['H3'] })[0]).toContain('It stays with H2, as otherwise H3 would lose a home.')
    expect(costing({ lose: ['H3'] })[1]).toContain('Sie bleibt bei H2, da sonst H3 ohne Wohnung bliebe.')
    expect(costing({ lose: ['H2', 'H3'] })[1]).toContain('da sonst H2, H3 ohne Wohnung blieben.')
    expect(costing({ points: 5 }, [...better, ...better])).toEqual([
      'Has F1 with 70 points. 2 flats would fit better, the best of them F2 (90 points). It stays with H2, as otherwise all together would lose 5 points.',
      'Der Haushalt erhält F1 mit 70 Punkten. 2 Wohnungen würden besser passen, am besten F2 (90 Punkte). Sie bleibt bei H2, da alle zusammen sonst 5 Punkte verlören.',
    ])
    const even = costing({})
    expect(even[0]).toContain('It stays with H2, which is as good for all together.')
    expect(even[1]).toContain('Sie bleibt bei H2, was für alle zusammen gleich gut ist.')
  })

  const inTurn = { _tag: 'PlacedInTurn', turn: 3, flatId: 'F1', fit: 70, points: [], better: [] }

  test('placed in turn, and what was gone by then', () => {
    expect(both(inTurn)).toEqual([
      'Has F1 with 70 points. No flat it may have fits better.',
      'Der Haushalt erhält F1 mit 70 Punkten. Keine Wohnung, die für ihn infrage kommt, passt besser.',
    ])
    const better = [{ flatId: 'F2', fit: 90, heldBy: 'H2' }]
    expect(both({ ...inTurn, better })).toEqual([
      'Has F1 with 70 points. One flat would fit better: F2 (90 points), but H2 had it before its turn (no. 3).',
      'Der Haushalt erhält F1 mit 70 Punkten. Eine Wohnung würde besser passen: F2 (90 Punkte). Als er an der Reihe war (Platz 3), war sie schon an H2 vergeben.',
    ])
    expect(both({ ...inTurn, better: [...better, ...better] })).toEqual([
      'Has F1 with 70 points. 2 flats would fit better, but were gone before its turn (no. 3): the best, F2 (90 points), to H2.',
      'Der Haushalt erhält F1 mit 70 Punkten. 2 Wohnungen würden besser passen. Als er an der Reihe war (Platz 3), waren sie schon vergeben; die beste, F2 (90 Punkte), an H2.',
    ])
  })

  const rules = [
    { rule: 'cap', fail: 3, failAlone: 2 },
    { rule: 'area', fail: 1, failAlone: 1 },
    { rule: 'lift', fail: 1, failAlone: 0 },
  ]
  const nothing = {
    _tag: 'NoFlatFits',
    rules,
    nearest: { flatId: 'F3', failures },
    exception: null,
    oneMore: null,
  }
  const exception = {
    _tag: 'Exception',
    householdId: 'H1',
    rule: cap,
    by: { amount: 3500, unit: 'cent' },
    flatId: 'F3',
  }
  const oneMore = { _tag: 'OneMoreFlat', flat: {}, like: 'F4', failures }

  test('no flat fits: what fails alone, the nearest miss, and what would house it', () => {
    expect(both({ ...nothing, exception, oneMore })).toEqual([
      'No flat passes the rules (2 flats by "cap" alone, 1 flat by "area" alone). Nearest is F3 (cold rent €435.00, €35.00 over the cap of €400.00). It would be housed if the limit of "cap" were €35.00 higher for it (F3), or with one more flat like F4 that meets "cap".',
      'Keine Wohnung erfüllt die Vorgaben (2 Wohnungen scheitern allein an „cap“, 1 Wohnung scheitert allein an „area“). Am nächsten kommt F3 (Nettokaltmiete: 435,00 €, 35,00 € über der Obergrenze von 400,00 €). Der Haushalt erhielte eine Wohnung, wenn die Grenze von „cap“ für ihn um 35,00 € höher läge (F3), oder wenn es eine weitere Wohnung wie F4 gäbe, die „cap“ erfüllt.',
    ])
    const neither = both({ ...nothing, rules: [] })
    expect(neither[0]).toMatch(
      /^No flat passes the rules\. .* Neither an exception from one rule nor one more flat would house it for sure\.$/,
    )
    expect(neither[1]).toMatch(
      /^Keine Wohnung erfüllt die Vorgaben\. .* Weder eine Ausnahme .* würde sicher genügen\.$/,
    )
    expect(both({ ...nothing, nearest: null })).toEqual([
      'No flat is on offer.',
      'Es wird keine Wohnung angeboten.',
    ])
  })

  test('exceptions are told by the form of the rule', () => {
    const told = (rule: object, by: unknown = null) => {
      const [en, de] = both({ ...nothing, exception: { ...exception, rule, by } })
      return [en.split('It would be housed ')[1], de.split('eine Wohnung, ')[1]]
    }
    const rooms = { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { fixed: 3 }, unit: 'rooms' }
    expect(told(rooms, { amount: 1, unit: 'rooms' })).toEqual([
      'if the limit of "rooms" were 1 room lower for it (F3).',
      'wenn die Grenze von „rooms“ für ihn um 1 Zimmer niedriger läge (F3).',
    ])
    const access = { rule: 'implies', name: 'access', household: 'needsStepFree', flat: 'stepFree' }
    expect(told(access)).toEqual([
      'if it could do without step-free access (F3).',
      'wenn er auf den stufenlosen Zugang verzichten könnte (F3).',
    ])
    expect(told({ ...access, household: 'hasPets', flat: 'petsAllowed' })).toEqual([
      'if it had no pets (F3).',
      'wenn er keine Haustiere hielte (F3).',
    ])
    expect(told({ rule: 'where', name: 'near a school', predicate: 'near' })).toEqual([
      'if "near a school" did not apply to it (F3).',
      'wenn „near a school“ für ihn nicht gälte (F3).',
    ])
  })

  const outranked = {
    _tag: 'Outranked',
    hallSet: ['A', 'B'],
    flats: ['F'],
    ahead: [],
    ifOneOf: [],
    exception: null,
  }

  test('outranked: by whom, and what would house it', () => {
    expect(both({ ...outranked, ahead: ['C'] })).toEqual([
      'The flat that could be had went to households that rank no later (A, B). 1 household without a flat would come first; 2 more flats of that kind would surely house it.',
      'Die Wohnung, die infrage käme, geht an mindestens gleichrangige Haushalte (A, B). 1 Haushalt ohne Wohnung käme vorher zum Zug; 2 weitere solche Wohnungen würden sicher genügen.',
    ])
    const many = ['A', 'B', 'C', 'D', 'E', 'F']
    expect(both({ ...outranked, hallSet: many, flats: ['F', 'G'], ifOneOf: ['A', 'B'] })).toEqual([
      'The 2 flats that could be had, or be freed by moving others, went to households that rank no later (A, B, C, D and 2 more). It would have a home if one of these households withdrew (A, B), or with one more flat like theirs.',
      'Die 2 Wohnungen, die infrage kämen oder durch Umverteilung frei würden, gehen an mindestens gleichrangige Haushalte (A, B, C, D und 2 weitere). Der Haushalt käme zum Zug, wenn einer dieser Haushalte verzichtete (A, B) oder es eine weitere Wohnung wie deren gäbe.',
    ])
    expect(both({ ...outranked, hallSet: ['A'], exception })).toEqual([
      'The flat that could be had went to a household that ranks no later (A). One more flat of that kind would house it. It would also be housed if the limit of "cap" were €35.00 higher for it (F3).',
      'Die Wohnung, die infrage käme, geht an einen mindestens gleichrangigen Haushalt (A). Eine weitere solche Wohnung würde genügen. Ebenso erhielte der Haushalt eine Wohnung, wenn die Grenze von „cap“ für ihn um 35,00 € höher läge (F3).',
    ])
    expect(both({ ...outranked, ahead: ['C', 'D'] })[1]).toContain('2 Haushalte ohne Wohnung kämen vorher')
  })

  test('all taken in turn: by whom, and what would house it', () => {
    const all = { _tag: 'AllTaken', turn: 3, flats: ['F1'], heldBy: ['A'], ifOneOf: ['A'], exception: null }
    const like = { ...oneMore, like: 'F1', failures: [] }
    expect(both({ ...all, oneMore: like })).toEqual([
      'The only flat that it may have, F1, was gone before its turn (no. 3), to A. It would be housed if A withdrew, or with one more flat like F1.',
      'Die einzige Wohnung, die für den Haushalt infrage kommt (F1), war schon an A vergeben, als er an der Reihe war (Platz 3). Der Haushalt erhielte eine Wohnung, wenn A verzichtete, oder wenn es eine weitere Wohnung wie F1 gäbe.',
    ])
    const two = { ...all, flats: ['F1', 'F2'], heldBy: ['A', 'B'], oneMore: null }
    expect(both({ ...two, ifOneOf: ['A', 'B'], exception })).toEqual([
      'All 2 flats that it may have (F1, F2) were gone before its turn (no. 3), to A, B. It would be housed if one of these households withdrew (A, B), or if the limit of "cap" were €35.00 higher for it (F3).',
      'Alle 2 Wohnungen, die für den Haushalt infrage kommen (F1, F2), waren schon an andere vergeben (A, B), als er an der Reihe war (Platz 3). Der Haushalt erhielte eine Wohnung, wenn einer dieser Haushalte verzichtete (A, B), oder wenn die Grenze von „cap“ für ihn um 35,00 € höher läge (F3).',
    ])
    expect(both({ ...two, ifOneOf: [] })[0]).toContain('Neither an exception')
  })

  const taken = {
    _tag: 'FlatTaken',
    flatId: 'F1',
    tenants: [{ householdId: 'A', fit: 1 }],
    may: 3,
    next: [],
    costs: { lose: [], gain: [], points: 1 },
  }

  test('a flat that is taken: by whom, and who would miss it', () => {
    expect(both({ ...taken, next: ['B'] })).toEqual([
      'F1 goes to A (1 point). If it came free, B would be housed.',
      'F1 geht an A (1 Punkt). Würde sie frei, käme B zum Zug.',
    ])
    expect(both({ ...taken, next: ['B', 'C'] })).toEqual([
      'F1 goes to A (1 point). If it came free, B, C would be first in line together, and one of them housed.',
      'F1 geht an A (1 Punkt). Würde sie frei, käme einer der gleichrangigen Haushalte B, C zum Zug.',
    ])
    expect(both({ ...taken, costs: { lose: ['A'], gain: [], points: 0 } })).toEqual([
      'F1 goes to A (1 point). Without it, A would have no home.',
      'F1 geht an A (1 Punkt). Ohne sie hätte A keine Wohnung.',
    ])
    expect(both(taken)).toEqual([
      'F1 goes to A (1 point). Nobody waits for it; without it, all together would lose 1 point.',
      'F1 geht an A (1 Punkt). Niemand wartet auf sie; ohne sie verlören alle zusammen 1 Punkt.',
    ])
    // in turn, a flat less may be better for all together
    const costing = (points: number) => both({ ...taken, costs: { lose: [], gain: [], points } })
    expect(costing(-2)[0]).toContain('without it, all together would gain 2 points.')
    expect(costing(-2)[1]).toContain('ohne sie gewännen alle zusammen 2 Punkte.')
    expect(costing(0)[0]).toContain('all together would have as many points.')
    expect(costing(0)[1]).toContain('hätten alle zusammen gleich viele Punkte.')
  })

  test('a flat that stays empty: nobody may live there, or all who may live as well', () => {
    const nobody = { _tag: 'NobodyMay', flatId: 'F1', rules, nearest: { householdId: 'A', failures } }
    expect(both(nobody)).toEqual([
      'F1 stays empty: no household that seeks may live there (2 households by "cap" alone, 1 household by "area" alone). Nearest is A (cold rent €435.00, €35.00 over the cap of €400.00).',
      'F1 bleibt leer: Kein suchender Haushalt darf dort wohnen (2 Haushalte scheitern allein an „cap“, 1 Haushalt scheitert allein an „area“). Am nächsten kommt A (Nettokaltmiete: 435,00 €, 35,00 € über der Obergrenze von 400,00 €).',
    ])
    expect(both({ ...nobody, nearest: null })).toEqual([
      'F1 stays empty: no household seeks.',
      'F1 bleibt leer: Es sucht kein Haushalt.',
    ])
    const may = [{ householdId: 'A', fit: 9, fitHere: 8 }]
    expect(both({ _tag: 'AllHaveBetter', flatId: 'F1', may })).toEqual([
      'F1 stays empty: the only household that may live there (A) has a home that fits at least as well.',
      'F1 bleibt leer: Der einzige Haushalt, der dort wohnen darf (A), hat eine mindestens ebenso gut passende Wohnung.',
    ])
    expect(both({ _tag: 'AllHaveBetter', flatId: 'F1', may: [...may, ...may] })[1]).toBe(
      'F1 bleibt leer: Alle 2 Haushalte, die dort wohnen dürfen (A, A), haben mindestens ebenso gut passende Wohnungen.',
    )
  })
})
