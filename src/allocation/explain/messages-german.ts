import type { Messages } from './messages.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const points = (n: number): string => count(n, 'Punkt', 'Punkte')

const some = (ids: ReadonlyArray<string>): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 4).join(', ')} und ${ids.length - 4} weitere`

/** The sentences in German. */
export const german: Messages = {
  some,
  quoted: name => `„${name}“`,
  has: (flat, fit, parts) =>
    `Der Haushalt erhält ${flat} mit ${count(fit, 'Punkt', 'Punkten')}${parts === '' ? '' : ` (${parts})`}.`,
  noneBetter: 'Keine Wohnung, die für ihn infrage kommt, passt besser.',
  better: (flats, flat, fit, heldBy, kept) =>
    flats === 1
      ? `Eine Wohnung würde besser passen: ${flat} (${points(fit)}). Sie bleibt bei ${heldBy}, ${kept}.`
      : `${flats} Wohnungen würden besser passen, am besten ${flat} (${points(fit)}). Sie bleibt bei ${heldBy}, ${kept}.`,
  goneBefore: (flats, flat, fit, heldBy, turn) =>
    flats === 1
      ? `Eine Wohnung würde besser passen: ${flat} (${points(fit)}). Als er an der Reihe war (Platz ${turn}), war sie schon an ${heldBy} vergeben.`
      : `${flats} Wohnungen würden besser passen. Als er an der Reihe war (Platz ${turn}), waren sie schon vergeben; die beste, ${flat} (${points(fit)}), an ${heldBy}.`,
  keptForHome: (losers, one) => `da sonst ${losers} ohne Wohnung ${one ? 'bliebe' : 'blieben'}`,
  keptForItsHome: 'der sonst ohne Wohnung bliebe',
  keptForPoints: lost => `da alle zusammen sonst ${points(lost)} verlören`,
  keptEven: 'was für alle zusammen gleich gut ist',
  noOffer: 'Es wird keine Wohnung angeboten.',
  noFlat: alone => `Keine Wohnung erfüllt die Vorgaben${alone === '' ? '' : ` (${alone})`}.`,
  flatsAlone: (flats, rule) =>
    `${count(flats, 'Wohnung scheitert', 'Wohnungen scheitern')} allein an „${rule}“`,
  nearest: (nearest, misses) => `Am nächsten kommt ${nearest} (${misses}).`,
  withOneOf: changes => `Der Haushalt erhielte eine Wohnung, ${changes.join(', oder ')}.`,
  withNone:
    'Weder eine Ausnahme von einer einzelnen Vorgabe noch eine einzelne weitere Wohnung würde sicher genügen.',
  exceptionOnly: exception => `Ebenso erhielte der Haushalt eine Wohnung, ${exception}.`,
  exception: {
    limit: (rule, by, higher, flat) =>
      `wenn die Grenze von „${rule}“ für ihn um ${by} ${higher ? 'höher' : 'niedriger'} läge (${flat})`,
    waived: (rule, flat) => `wenn „${rule}“ für ihn nicht gälte (${flat})`,
    need: {
      needsStepFree: flat => `wenn er auf den stufenlosen Zugang verzichten könnte (${flat})`,
      hasPets: flat => `wenn er keine Haustiere hielte (${flat})`,
    },
  },
  oneMoreLike: (flat, rules) =>
    `wenn es eine weitere Wohnung wie ${flat} gäbe${rules === '' ? '' : `, die ${rules} erfüllt`}`,
  allTaken: (flats, some, heldBy, turn) =>
    flats === 1
      ? `Die einzige Wohnung, die für den Haushalt infrage kommt (${some}), war schon an ${heldBy} vergeben, als er an der Reihe war (Platz ${turn}).`
      : `Alle ${flats} Wohnungen, die für den Haushalt infrage kommen (${some}), waren schon an andere vergeben (${heldBy}), als er an der Reihe war (Platz ${turn}).`,
  oneLess: (households, one) =>
    one ? `wenn ${households} verzichtete` : `wenn einer dieser Haushalte verzichtete (${households})`,
  gone: (flats, households, hallSet) =>
    flats === 1
      ? `Die Wohnung, die infrage käme, geht an ${households === 1 ? 'einen mindestens gleichrangigen Haushalt' : 'mindestens gleichrangige Haushalte'} (${hallSet}).`
      : `Die ${flats} Wohnungen, die infrage kämen oder durch Umverteilung frei würden, gehen an mindestens gleichrangige Haushalte (${hallSet}).`,
  ahead: ahead =>
    `${count(ahead, 'Haushalt ohne Wohnung käme', 'Haushalte ohne Wohnung kämen')} vorher zum Zug; ${ahead + 1} weitere solche Wohnungen würden sicher genügen.`,
  oneMoreOfAny: 'Eine weitere solche Wohnung würde genügen.',
  ifOneWithdrew: (households, one) =>
    one
      ? `Der Haushalt käme zum Zug, wenn ${households} verzichtete oder es eine weitere solche Wohnung gäbe.`
      : `Der Haushalt käme zum Zug, wenn einer dieser Haushalte verzichtete (${households}) oder es eine weitere Wohnung wie deren gäbe.`,
  taken: (flat, tenants) => `${flat} geht an ${tenants}.`,
  tenant: (household, fit) => `${household} (${points(fit)})`,
  next: (households, one) =>
    `Würde sie frei, käme ${one ? households : `einer der gleichrangigen Haushalte ${households}`} zum Zug.`,
  homeLost: (losers, one) => `Ohne sie ${one ? 'hätte' : 'hätten'} ${losers} keine Wohnung.`,
  nobodyNext: lost =>
    lost === 0
      ? 'Niemand wartet auf sie; ohne sie hätten alle zusammen gleich viele Punkte.'
      : `Niemand wartet auf sie; ohne sie ${lost < 0 ? 'gewännen' : 'verlören'} alle zusammen ${points(Math.abs(lost))}.`,
  nobodyMay: (flat, alone) =>
    `${flat} bleibt leer: Kein suchender Haushalt darf dort wohnen${alone === '' ? '' : ` (${alone})`}.`,
  householdsAlone: (households, rule) =>
    `${count(households, 'Haushalt scheitert', 'Haushalte scheitern')} allein an „${rule}“`,
  nobodySeeks: flat => `${flat} bleibt leer: Es sucht kein Haushalt.`,
  allHaveBetter: (flat, households, some) =>
    households === 1
      ? `${flat} bleibt leer: Der einzige Haushalt, der dort wohnen darf (${some}), hat eine mindestens ebenso gut passende Wohnung.`
      : `${flat} bleibt leer: Alle ${households} Haushalte, die dort wohnen dürfen (${some}), haben mindestens ebenso gut passende Wohnungen.`,
}
