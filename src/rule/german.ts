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
    coldRentShare: 'zu zahlende Nettokaltmiete',
    grossColdRentShare: 'zu zahlende Bruttokaltmiete',
    personsMax: 'zugelassene Personenzahl',
    contractMin: 'Mindestlaufzeit des Mietvertrags',
    contractMax: 'Höchstlaufzeit des Mietvertrags',
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
    coldRentShare: asked => `eine zu zahlende Nettokaltmiete von ${asked}`,
    grossColdRentShare: asked => `eine zu zahlende Bruttokaltmiete von ${asked}`,
    personsMax: /* @__PURE__ */ counted('zugelassene Person', 'zugelassene Personen'),
    contractMin: /* @__PURE__ */ counted('Tag Mindestlaufzeit', 'Tage Mindestlaufzeit'),
    contractMax: /* @__PURE__ */ counted('Tag Vertragslaufzeit', 'Tage Vertragslaufzeit'),
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
  word: {
    'flat.district': 'Ortsteil',
    'flat.schoolDistrict': 'Schulbezirk',
    'flat.municipality': 'Gemeinde',
    'household.regime': 'Rechtskreis',
  },
  list: {
    'flat.regimes': 'den vom Vermieter akzeptierten',
    'household.districts': 'den gewünschten',
    'household.notDistricts': 'den abgelehnten',
    'household.schoolDistricts': 'dem bisherigen',
  },
  passes: 'passt',
  otherRegimes: 'die Vorgabe gilt für Haushalte anderer Rechtskreise',
  noLimit: 'für einen Haushalt dieser Größe ist keine Grenze angegeben',
  limitUnknown: 'wovon die Grenze abhängt, ist für den Haushalt und den Tag nicht erfasst',
  notStated: quantity => `zur Wohnung fehlt die Angabe „${quantity}“`,
  notSaid: whether => `es ist nicht angegeben, ${whether}`,
  atLeast: (asks, found) => `erforderlich: ${asks}, vorhanden: ${found}`,
  atMost: (quantity, found, short, asked) =>
    `${quantity}: ${found}, ${short} über der Obergrenze von ${asked}`,
  oneOf: (word, found, list, listed) => `${word} ${found} gehört nicht zu ${list}: ${listed}`,
  noneOf: (word, found, list) => `${word} ${found} gehört zu ${list}`,
  writtenList: 'den aufgeführten',
  implies: (need, lacks) => `${need}, ${lacks}`,
  residenceDuty: (asked, found) => `Wohnsitzauflage für ${asked}, die Wohnung liegt in ${found}`,
  placeUnknown: 'zur Wohnung fehlt die Angabe des Ortes, und der Haushalt unterliegt einer Wohnsitzauflage',
  where: predicate => `erfüllt „${predicate}“ nicht`,
  unknown: predicate => `die Prüfung „${predicate}“ ist nicht bekannt`,
}
