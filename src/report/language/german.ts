import { germanTerms } from './german-terms.ts'
import type { Messages } from './messages.ts'

/** After von, the plurals that end in e take an n. */
const dative = (plural: string): string => plural.replace(/e$/, 'en')

/** The report in German. */
export const german: Messages = {
  language: 'de',
  kind: 'Bericht zur Unterbringung',
  source: source => `Quelle: ${source}`,
  overview: 'Auf einen Blick',
  years: 'Jahr für Jahr',
  yearsLead: 'Ein Klick auf den Namen einer Zeile zeigt, was sie zählt.',
  whole: 'Gesamtzeitraum',
  figure: {
    intake: 'Dezentrale Quote, Zugang',
    stock: 'Dezentrale Quote, Bestand',
    population: 'Personen im Bestand',
    flatsLet: 'Vermietete Wohnungen',
    regimeChanges: 'Wechsel vom AsylbLG ins SGB\u00a0II',
    flatOccupancy: 'Belegung der Wohnungen',
    siteOccupancy: 'Belegung der Unterkünfte',
    waiting: 'Haushalte ohne Wohnung',
    dwellings: 'Haushalte nach Unterbringung',
    moves: 'Einzüge in Wohnungen',
    districts: 'Einzüge nach Ortsteil',
    wanted: 'Gesuchte Wohnungen',
    offered: 'Angebotene Wohnungen',
    waitingTime: 'Zeit bis zur ersten Wohnung',
  },
  headline: {
    intake: when => `der ${when} neu zugewiesenen Personen sind in eine Wohnung gezogen`,
    stock: when => `der Personen im Bestand lebten am ${when} in einer Wohnung`,
    flatsLet: when => `Wohnungen wurden ${when} an Haushalte vermietet`,
    regimeChanges: when => `Personen wechselten ${when} vom AsylbLG ins SGB\u00a0II`,
    waiting: when => `Haushalte waren am ${when} ohne Wohnung`,
  },
  outOf: (numerator, denominator, unit) => `${numerator} von ${denominator} ${dative(unit)}`,
  definition: 'Definition',
  definitions: 'Definitionen',
  define: {
    basis: 'Was gezählt wird',
    numerator: 'Zähler',
    denominator: 'Nenner',
    count: 'Anzahl',
    parts: 'Davon',
    when: 'Tag oder Zeitraum',
    unit: 'Einheit',
    value: 'Anteil',
  },
  nobody: unit => `– (von 0 ${dative(unit)})`,
  chart: {
    decentral: {
      title: 'Wer in einer eigenen Wohnung lebt',
      lead: atEnds =>
        `Anteil an allen Personen im Bestand, ${atEnds}; und Anteil der seit Beginn des Berichtszeitraums neu Zugewiesenen, die bis dahin in eine Wohnung gezogen sind.`,
      y: 'Anteil der Personen',
    },
    occupancy: {
      title: 'Wie voll Wohnungen und Unterkünfte sind',
      lead: atEnds =>
        `Vermietete von allen verfügbaren Einheiten und belegte Plätze in Unterkünften, ${atEnds}. Über 100 % leben mehr Personen in den Unterkünften, als sie Plätze haben.`,
      y: 'Belegter Anteil',
    },
    moves: {
      title: 'Von der Unterkunft in die Wohnung',
      lead: () =>
        'Personen, die in eine Wohnung gezogen sind, danach, wo sie die Nacht davor verbracht haben.',
      y: 'Personen',
    },
    waiting: {
      title: 'Wie lange es bis zur ersten Wohnung dauert',
      lead: () =>
        'Anteil der Haushalte, die nach so vielen Tagen noch warten. Wer noch wartet, zählt so lange, wie er nachweislich gewartet hat.',
      y: 'Warten noch',
      x: 'Tage seit der Zuweisung',
    },
    sizes: {
      title: 'Was gesucht und was angeboten wird',
      lead: () =>
        'Haushalte auf Wohnungssuche, mit einem Zimmer je Person gerechnet, neben den Wohnungen, die zu haben waren.',
      y: 'Haushalte oder Wohnungen',
      x: 'Zimmer',
    },
    districts: {
      title: 'Wohin die Menschen gezogen sind',
      lead: () => 'Personen, die in eine Wohnung gezogen sind, nach dem Ortsteil der Wohnung.',
      y: 'Personen',
    },
    policies: {
      title: 'Dieselbe Lage unter anderen Vergabeverfahren',
      lead: () => 'Personen, die mit denselben Wohnungen, Haushalten und Vorgaben eine Wohnung erhielten.',
      y: 'Vergabeverfahren',
      x: 'Personen mit Wohnung',
    },
  },
  atEnds: {
    day: 'an jedem Tag',
    week: 'jeweils am Ende der Woche',
    month: 'jeweils am Monatsende',
    quarter: 'jeweils am Quartalsende',
    year: 'jeweils am Jahresende',
  },
  noCharts: 'Dieser Bericht ist ohne Schaubilder erstellt: Die Tabellen enthalten alle Zahlen.',
  table: 'Zahlen zum Schaubild',
  tableOf: name => `Tabelle: ${name}`,
  period: 'Zeitraum',
  size: 'Größe',
  sizes: { persons: 'Personen', rooms: 'Zimmer' },
  district: 'Ortsteil',
  policy: 'Vergabeverfahren',
  dwelling: {
    flat: 'Wohnung',
    site: 'Gemeinschafts\u00adunterkunft',
    reception: 'Aufnahme\u00adeinrichtung des Landes',
    unknown: 'Nicht erfasst',
  },
  origin: {
    flat: 'aus einer anderen Wohnung',
    site: 'aus einer Gemeinschaftsunterkunft',
    reception: 'aus einer Aufnahmeeinrichtung',
    unknown: 'nicht erfasst',
  },
  toDate: from => `Zugang seit dem ${from}`,
  waitingDays: 'Tage',
  atRisk: 'Warteten so lange',
  stillWaiting: 'Warten noch',
  bandTerm: 'Band',
  band: percent => `enthält an jedem Tag den wahren Anteil mit einer Sicherheit von ${percent}`,
  quartile: {
    q25: 'Ein Viertel hat eine Wohnung',
    median: 'Die Hälfte hat eine Wohnung',
    q75: 'Drei Viertel haben eine Wohnung',
  },
  days: days => `nach ${days} Tagen`,
  notReached: 'nicht in der beobachteten Zeit',
  housed: 'In eine Wohnung gezogen',
  censored: 'Nicht weiter beobachtet',
  placedHouseholds: 'Haushalte mit Wohnung',
  placedPersons: 'Personen mit Wohnung',
  december: 'Haushalte am 31. Dezember',
  decemberLead:
    'Nach Art der Unterbringung wie in der Asylbewerberleistungsstatistik: Wohnung, Gemeinschaftsunterkunft, Aufnahmeeinrichtung.',
  day: 'Tag',
  households: 'Haushalte',
  figureName: 'Kennzahl',
  decisions: {
    title: day => `Die Zuteilung vom ${day}`,
    lead: (households, homes) =>
      `${households} Haushalte suchten eine Wohnung, ${homes} Wohnungen oder Zimmer waren im Angebot.`,
    policy: 'Entschieden nach dem Vergabeverfahren',
    placed: (households, share) => `${households} Haushalte (${share}) erhalten eine Wohnung.`,
    proven: {
      best: 'Der Beweis, dass es nicht besser geht, wurde geprüft.',
      'in turn': 'Vergeben wurde der Reihe nach; jeder Schritt wurde geprüft.',
    },
    flat: 'Wohnung',
    unplaced: 'keine Wohnung',
    household: 'Haushalt',
    persons: 'Personen',
    outcome: 'Ergebnis',
    reason: 'Warum',
    why: 'Begründung',
    openAll: 'Alle Begründungen öffnen',
    closeAll: 'Alle Begründungen schließen',
    pseudonyms: {
      keyed:
        'Haushalte erscheinen unter Pseudonymen, die nur bilden kann, wer den Schlüssel hat. Ein Haushalt behält sein Pseudonym von Bericht zu Bericht.',
      numbered: 'Haushalte sind nur für diesen Bericht durchnummeriert.',
    },
  },
  data: 'Die Zahlen als Daten',
  dataLead: 'Jede Zahl dieser Seite mit Zähler und Nenner; das Wörterbuch sagt, was jede Spalte bedeutet.',
  csv: 'Zahlen (CSV)',
  json: 'Zahlen (JSON)',
  dictionary: 'Datenwörterbuch (CSV)',
  footer:
    'Anteile sind auf eine Stelle nach dem Komma gerundet; die Teile eines Ganzen können deshalb zusammen 99,9 % oder 100,1 % ergeben.',
  term: english => germanTerms.get(english),
}
