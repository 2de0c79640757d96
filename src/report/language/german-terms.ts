/** A figure whose sentence names a standard has one for each. */
const crowdingTerms = (
  [
    ['ukBedroomStandard', 'bedrooms', 'Schlafzimmer'],
    ['canadianNos', 'bedrooms', 'Schlafzimmer'],
    ['eurostatRooms', 'rooms', 'Zimmer'],
    ['nrwMinimumArea', 'area', 'Fläche'],
  ] as const
).map(
  ([standard, quantity, german]) =>
    [
      `The population in flats on the day by whether the ${quantity} of the flat, or the one room rented of a flat let by rooms, are less than the standard ${standard} asks for the household.`,
      `Der Bestand in Wohnungen an dem Tag danach, ob die Wohnung, oder das eine gemietete Zimmer einer zimmerweise vermieteten, weniger hat (${german}), als der Maßstab ${standard} für den Haushalt verlangt.`,
    ] as const,
)

const forecastTerms = (['ukBedroomStandard', 'canadianNos'] as const).map(
  standard =>
    [
      `An extrapolation, not knowledge: households without a flat on the last day of the window, and those that will be assigned if they come at its rate, less the flats given up at its rate, by the bedrooms that ${standard} asks or that the flat has. Prediction intervals of Poisson counts (negative binomial, Jeffreys' prior): where households come in groups, the truth varies more.`,
      `Eine Hochrechnung, kein Wissen: Haushalte ohne Wohnung am letzten Tag des ausgewerteten Zeitraums und solche, die zugewiesen werden, wenn sie weiter so kommen wie in ihm, abzüglich der Wohnungen, die frei werden, wenn sie es weiter so werden, nach den Schlafzimmern, die ${standard} verlangt oder die Wohnung hat. Vorhersagebereiche von Poisson-Anzahlen (negative Binomialverteilung, Jeffreys-Prior): Wo Haushalte in Gruppen kommen, schwankt die Wirklichkeit stärker.`,
    ] as const,
)

/**
 * The words and sentences that figures state, in German, by their English wording. A figure whose wording changes needs
 * its line here: a test asks for every figure of a report.
 */
export const germanTerms: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['days', 'Tage'],
  ['re-lets', 'Wiedervermietungen'],
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
  [
    'Units listed or let, by whether they are let, vacant or blocked: a flat let whole is one unit, one let by rooms as many as its rooms; a unit of a withdrawn flat counts while its tenant stays.',
    'Angebotene oder vermietete Wohneinheiten danach, ob sie vermietet, frei oder nicht vermietbar sind: Eine als Ganzes vermietete Wohnung ist eine Einheit, eine zimmerweise vermietete so viele, wie sie Zimmer hat; eine Einheit einer zurückgezogenen Wohnung zählt, solange ihr Mieter bleibt.',
  ],
  [
    'Days from the end of one tenancy to the start of the next in the same flat, of the tenancies that started in the period; without first lets since the flat was listed, exchanges, and re-lets after major works.',
    'Tage vom Ende eines Mietverhältnisses bis zum Beginn des nächsten in derselben Wohnung, für die Mietverhältnisse, die im Zeitraum begonnen haben; ohne Erstvermietungen seit dem Angebot der Wohnung, Wohnungstausch und Vermietungen nach größeren Bauarbeiten.',
  ],
  ...crowdingTerms,
  [
    'Households by group on the day of their assignment, each group beside all others: the share that moved into a flat by the last day asked about (Wilson; difference by Newcombe, method 10), and the days from assignment to first tenancy (difference of Kaplan–Meier means restricted to the days on which both were watched). Each interval stands alone: among many, some miss 0 by chance.',
    'Haushalte nach ihrer Gruppe am Tag der Zuweisung, jede Gruppe neben allen übrigen: der Anteil, der bis zum letzten Tag des Zeitraums in eine Wohnung gezogen ist (Wilson; Unterschied nach Newcombe, Verfahren 10), und die Tage von der Zuweisung bis zum ersten Mietverhältnis (Unterschied der Mittel nach Kaplan und Meier, begrenzt auf die Tage, an denen beide beobachtet wurden). Jeder Bereich steht für sich: Unter vielen verfehlen einige die 0 durch Zufall.',
  ],
  ...forecastTerms,
])
