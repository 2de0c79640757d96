import type { Messages } from './messages.ts'
import type { InnerUnit } from './quantity.ts'

const counted =
  (one: string, many: string) =>
  (asked: string, isOne: boolean): string =>
    `${asked} ${isOne ? one : many}`

const number = (amount: number, digits = 0): string =>
  amount.toLocaleString('de', { minimumFractionDigits: digits, maximumFractionDigits: digits || 15 })

const unitNames: Readonly<Record<Exclude<InnerUnit, 'cent'>, readonly [one: string, many: string]>> = {
  'm²': ['m²', 'm²'],
  rooms: ['Zimmer', 'Zimmer'],
  persons: ['Person', 'Personen'],
  days: ['Tag', 'Tage'],
  floors: ['Stockwerk', 'Stockwerke'],
}

const amount = (value: number, unit: InnerUnit): string =>
  unit === 'cent' ? `${number(value / 100, 2)} €` : counted(...unitNames[unit])(number(value), value === 1)

/** The sentences in German. */
export const german: Messages = {
  amount,
  count: value => number(value),
  quantity: {
    area: 'Wohnfläche',
    rooms: 'Zimmerzahl',
    bedrooms: 'Zahl der Schlafzimmer',
    coldRent: 'Nettokaltmiete',
    grossColdRent: 'Bruttokaltmiete',
    personsMax: 'zugelassene Personenzahl',
    floor: 'Stockwerk',
    daysUntilFree: 'Zahl der Tage bis zur Bezugsfreiheit',
    daysAvailable: 'Zahl der verfügbaren Tage',
  },
  asks: {
    area: asked => asked,
    rooms: asked => `${asked} Zimmer`,
    bedrooms: asked => `${asked} Schlafzimmer`,
    coldRent: asked => `eine Nettokaltmiete von ${asked}`,
    grossColdRent: asked => `eine Bruttokaltmiete von ${asked}`,
    personsMax: /* @__PURE__ */ counted('zugelassene Person', 'zugelassene Personen'),
    floor: asked => `Stockwerk ${asked}`,
    daysUntilFree: /* @__PURE__ */ counted('Tag bis zur Bezugsfreiheit', 'Tage bis zur Bezugsfreiheit'),
    daysAvailable: /* @__PURE__ */ counted('verfügbarer Tag', 'verfügbare Tage'),
  },
  need: {
    needsStepFree: 'der Haushalt benötigt einen stufenlosen Zugang',
    hasPets: 'der Haushalt hält Haustiere',
  },
  lacks: {
    stepFree: 'die Wohnung hat keinen',
    groundFloorOrLift: 'die Wohnung liegt weder im Erdgeschoss noch an einem Aufzug',
    petsAllowed: 'die Wohnung lässt keine zu',
  },
  whether: {
    stepFree: 'ob die Wohnung stufenlos zugänglich ist',
    groundFloorOrLift: 'ob die Wohnung im Erdgeschoss oder an einem Aufzug liegt',
    petsAllowed: 'ob Haustiere erlaubt sind',
  },
  word: { 'flat.district': 'Ortsteil', 'household.regime': 'Rechtskreis' },
  list: {
    'flat.regimes': 'den vom Vermieter akzeptierten',
    'household.districts': 'den gewünschten',
    'household.notDistricts': 'den abgelehnten',
  },
  passes: 'passt',
  noLimit: 'für einen Haushalt dieser Größe ist keine Grenze angegeben',
  notStated: quantity => `zur Wohnung fehlt die Angabe „${quantity}“`,
  notSaid: whether => `es ist nicht angegeben, ${whether}`,
  atLeast: (asks, found) => `erforderlich: ${asks}, vorhanden: ${found}`,
  atMost: (quantity, found, short, asked) =>
    `${quantity}: ${found}, ${short} über der Obergrenze von ${asked}`,
  oneOf: (word, found, list, listed) => `${word} ${found} gehört nicht zu ${list}: ${listed}`,
  noneOf: (word, found, list) => `${word} ${found} gehört zu ${list}`,
  writtenList: 'den aufgeführten',
  implies: (need, lacks) => `${need}, ${lacks}`,
  where: predicate => `erfüllt „${predicate}“ nicht`,
  unknown: predicate => `die Prüfung „${predicate}“ ist nicht bekannt`,
}
