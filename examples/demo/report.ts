import { writeFileSync } from 'node:fs'
import {
  allocate,
  type Command,
  census,
  dayOf,
  fold,
  type IsoDay,
  type Language,
  type Municipality,
  offersOn,
  poseOn,
  seekersOn,
  tell,
} from 'einzug'
import {
  type Decisions,
  decisionsOf,
  drawings,
  figuresOf,
  type ReportFigures,
  renderReport,
} from 'einzug/report'
import * as E from 'fp-ts/Either'
import { draws } from '../founding/draw.ts'
import { town } from '../founding/town.ts'
import { entrants } from '../policies/entrants.ts'
import policy from '../policies/waiting-first.json' with { type: 'json' }

const period = { from: '2015-01-01' as IsoDay, until: '2018-01-01' as IsoDay }
const january = '2018-01-31' as IsoDay

const sources: Readonly<Record<Language, string>> = {
  de: 'Ereignisprotokoll der Vorführung, von Hand nach den veröffentlichten Summen der Stadt Dülmen erstellt',
  en: 'event log of the demo, made by hand after the totals that the town of Dülmen published',
}

const inGerman: ReadonlyMap<string, string> = new Map([
  ['the policy', 'das Vergabeverfahren'],
  ['most persons', 'möglichst viele Personen'],
  ['needs first', 'nach Dringlichkeit'],
  ['first come, with moves', 'nach Wartezeit, mit Umsetzungen'],
  ['first come, first served', 'nach Wartezeit, der Reihe nach'],
  ['lottery', 'nach Los'],
])

const must = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(`the demo was refused: ${JSON.stringify(result.left)}`)
  return result.right
}

/** The founding case as its log has it, and an allocation of the flats that came on the market in the month after. */
export const foundingReport = (
  fixture: Municipality,
  language: Language,
): { readonly figures: ReportFigures; readonly decisions: Decisions } => {
  const after = must(
    tell(newListings(), { recordedAt: `${january}T12:00:00.000Z`, actor: 'housing office' })(fixture),
  )
  const problem = must(poseOn(after.registry, january))
  const question = {
    on: january,
    policy: problem.policy,
    seekers: seekersOn(after.registry, dayOf(january)),
    offers: offersOn(after.registry, dayOf(january)),
  }
  const figures = figuresOf(fold(census)(fixture.events), {
    municipality: 'Dülmen',
    source: sources[language],
    period,
    outcomes: entrants.map(({ name, place }) => ({
      name: language === 'de' ? (inGerman.get(name) ?? name) : name,
      totals: must(place(question)).totals,
    })),
  })
  return { figures: must(figures), decisions: must(decisionsOf(problem, allocate(problem), {})) }
}

/** Flats like those of the demo's town, all on the market in January 2018: an assumption. */
const newListings = (): ReadonlyArray<Command> => {
  const flats = town(draws(2018)).flatMap(each => (each.what === 'flat' ? [each.flat] : []))
  return [
    { id: 'policy', type: 'AdoptPolicy', data: { on: january, policy } } as unknown as Command,
    ...flats.slice(0, 60).map((flat, k): Command => {
      const id = `N${String(k + 1).padStart(2, '0')}` as typeof flat.id
      return { id: `list ${id}`, type: 'ListFlat', data: { on: january, flat: { ...flat, id } } } as Command
    }),
  ]
}

/**
 * Writes the report as a page. Where the packages for charts are missing, the page has its tables, and the answer says so.
 */
export const writeReport = async (
  file: string,
  fixture: Municipality,
  language: Language,
): Promise<string> => {
  const { figures, decisions } = foundingReport(fixture, language)
  const charts = await drawings(figures, { language })()
  const page = renderReport(figures, decisions, {
    language,
    drawings: E.isRight(charts) ? charts.right : [],
  })
  writeFileSync(file, page)
  const size = `${file}, ${Math.round(Buffer.byteLength(page) / 1024)} kB`
  return E.isRight(charts) ? size : `${size}, without charts: ${charts.left.message}`
}
