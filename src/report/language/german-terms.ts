/**
 * The words and sentences that figures state, in German, by their English wording. A figure whose wording changes needs
 * its line here: a test asks for every figure of a report.
 */
export const germanTerms: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['persons', 'Personen'],
  ['households', 'Haushalte'],
  ['flats', 'Wohnungen'],
  ['units', 'Wohneinheiten'],
  ['places', 'Plätze'],
  ['unit-nights', 'belegbare Nächte'],
  ['person-nights', 'Übernachtungen'],
  ['place-nights', 'Platznächte'],
  [
    'Of the population on the day, those with a tenancy on it.',
    'Von den Personen im Bestand an dem Tag diejenigen, für die dann ein Mietverhältnis besteht.',
  ],
  [
    'The population on the day by where it spends the night: flat on the general market, site of the municipality, reception site of the state, nowhere known.',
    'Der Bestand an dem Tag nach dem Ort der Übernachtung: Wohnung auf dem allgemeinen Markt, Gemeinschaftsunterkunft der Kommune, Aufnahmeeinrichtung des Landes, nicht erfasst.',
  ],
  [
    'Of the persons assigned in the period (as handed over: later births and family reunions do not count), those who moved into a flat in it, each once; whoever left into another household by then counts with that one.',
    'Von den im Zeitraum zugewiesenen Personen (so, wie sie übergeben wurden; spätere Geburten und Familiennachzug zählen nicht) diejenigen, die in ihm in eine Wohnung gezogen sind, jede einmal; wer bis dahin in einen anderen Haushalt gewechselt ist, zählt mit diesem.',
  ],
  [
    'Flats in which a tenancy started in the period, each once.',
    'Wohnungen, in denen im Zeitraum ein Mietverhältnis begonnen hat, jede einmal.',
  ],
  [
    'Tenancies that started in the period, with the household on the day, by where it spent the night before: another flat, site of the municipality, reception site of the state, nowhere known.',
    'Mietverhältnisse, die im Zeitraum begonnen haben, mit dem Haushalt an dem Tag, nach dem Ort der Übernachtung davor: andere Wohnung, Gemeinschaftsunterkunft der Kommune, Aufnahmeeinrichtung des Landes, nicht erfasst.',
  ],
  [
    'Tenancies that started in the period, with the household on the day, by the district of the flat.',
    'Mietverhältnisse, die im Zeitraum begonnen haben, mit dem Haushalt an dem Tag, nach dem Ortsteil der Wohnung.',
  ],
  [
    'Households assigned on or before the day and not left by it, with their members on the day.',
    'Haushalte, die bis zu dem Tag zugewiesen wurden und die Kommune bis dahin nicht verlassen haben, mit ihren Mitgliedern an dem Tag.',
  ],
  [
    'Households of the population whose regime on a day of the period is not that of the day before, with their members on the day; each change counts.',
    'Haushalte im Bestand, deren Rechtskreis an einem Tag des Zeitraums ein anderer ist als am Tag davor, mit ihren Mitgliedern an dem Tag; jeder Wechsel zählt.',
  ],
  [
    'Persons in sites, of the places of the sites that are open or still lived in; municipal sites and reception sites of the state.',
    'Personen in Unterkünften, bezogen auf die Plätze der Unterkünfte, die geöffnet oder noch bewohnt sind; Gemeinschaftsunterkünfte und Aufnahmeeinrichtungen.',
  ],
  [
    'Units let, of the units listed or let: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
    'Vermietete Wohneinheiten, bezogen auf die angebotenen oder vermieteten: Eine als Ganzes vermietete Wohnung ist eine Einheit, eine zimmerweise vermietete so viele, wie sie Zimmer hat; eine Einheit einer zurückgezogenen Wohnung zählt, solange ihr Mieter bleibt.',
  ],
  [
    'Households of the population that had no tenancy on at least one night of the period, each once, by their persons on the first of these nights: one room for each person.',
    'Haushalte im Bestand, die in mindestens einer Nacht des Zeitraums kein Mietverhältnis hatten, jeder einmal, nach der Zahl ihrer Personen in der ersten dieser Nächte: ein Zimmer je Person.',
  ],
  [
    'Flats that were listed and had a unit to let on at least one night of the period, each once, by their rooms, halves left out; of one let by rooms, each room that was free on the first of these nights.',
    'Wohnungen, die in mindestens einer Nacht des Zeitraums im Angebot waren und eine freie Einheit hatten, jede einmal, nach ihren Zimmern ohne halbe; bei zimmerweiser Vermietung jedes Zimmer, das in der ersten dieser Nächte frei war.',
  ],
  [
    'The population on the day without a tenancy on it, by where it spends the night: site of the municipality, reception site of the state, nowhere known.',
    'Der Bestand an dem Tag ohne Mietverhältnis, nach dem Ort der Übernachtung: Gemeinschaftsunterkunft der Kommune, Aufnahmeeinrichtung des Landes, nicht erfasst.',
  ],
  [
    'Days from the assignment of a household (not one formed by a separation) to its first tenancy, by Kaplan and Meier; those without one are censored on the last day asked about, or on the day they left. A quartile that the curve does not reach is not known yet.',
    'Tage von der Zuweisung eines Haushalts (nicht eines durch Trennung entstandenen) bis zu seinem ersten Mietverhältnis, nach Kaplan und Meier; wer keines hat, zählt bis zum letzten Tag des Zeitraums oder bis zum Wegzug. Ein Viertelwert, den die Kurve nicht erreicht, ist noch nicht bekannt.',
  ],
])
