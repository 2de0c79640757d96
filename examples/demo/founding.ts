import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import {
  type Census,
  census,
  decentralIntake,
  decentralStock,
  flatOccupancy,
  flatsLet,
  fold,
  type HouseholdReason,
  type IsoDay,
  type Language,
  percent,
  type Ratio,
  regimeChanges,
  siteOccupancy,
  waiting,
} from 'einzug'
import { figuresJson } from 'einzug/report'
import { others, published, years } from '../founding/facts.ts'
import { fixture } from '../founding/fixture.ts'
import { type Lived, live, type Round } from '../founding/live.ts'
import policy from '../policies/waiting-first.json' with { type: 'json' }
import { foundingReport, writeReport } from './report.ts'

const day = (text: string): IsoDay => text as IsoDay

/** Lives through the founding case and prints, year by year, what the log says. Returns the exit code. */
export const founding = async (seed: number, json: boolean, language: Language): Promise<number> => {
  const bar = new SingleBar({
    format: '  {bar} month {value} of {total}',
    hideCursor: true,
    stream: process.stderr,
  })
  if (!json && process.stderr.isTTY) bar.start(36, 0)
  const lived = live(seed, policy as Parameters<typeof live>[1], month => {
    bar.update(month)
  })
  bar.stop()

  const figures = fold(census)(lived.municipality.events)
  const reports = years.map(year => yearOf(year, figures, lived.rounds))
  const total = ratios(figures, '2015-01-01', '2018-01-01')
  const byHand = fixture()
  const replica = replicaOf(fold(census)(byHand.events))
  if (json) {
    const report = figuresJson(foundingReport(byHand, language).figures)
    console.log(JSON.stringify({ seed, years: reports, total, fixture: replica, report }))
  } else {
    print(seed, lived, reports, total, replica)
    console.log(`\nThe same as a page: ${await writeReport('einzug-report.html', byHand, language)}`)
  }
  return lived.rounds.every(({ proof }) => proof === 'verified') ? 0 : 1
}

const ratios = (figures: Census, from: string, until: string) => {
  const period = { from: day(from), until: day(until) }
  return {
    intake: decentralIntake(period, 'persons')(figures),
    regimeChanges: regimeChanges('AsylbLG', 'SGB II', period, 'persons')(figures),
  }
}

const yearOf = (year: number, figures: Census, rounds: ReadonlyArray<Round>) => {
  const last = day(`${year}-12-31`)
  const period = { from: day(`${year}-01-01`), until: day(`${year + 1}-01-01`) }
  const round = rounds.findLast(({ on }) => new Date(on * 86_400_000).getUTCFullYear() === year)
  return {
    year,
    ...ratios(figures, period.from, period.until),
    stock: decentralStock(last, 'persons')(figures),
    let: flatsLet(period)(figures),
    flats: flatOccupancy(last, 'units')(figures),
    sites: siteOccupancy(last)(figures),
    sitesOverYear: siteOccupancy(period)(figures),
    waiting: waiting(last, 'households')(figures),
    why: reasonsOf(round),
  }
}
type YearReport = ReturnType<typeof yearOf>

/** How many households waited for which reason at the last allocation of the year. */
const reasonsOf = (round: Round | undefined): Readonly<Record<HouseholdReason['_tag'], number>> => {
  const counts = { Placed: 0, NoFlatFits: 0, Outranked: 0, PlacedInTurn: 0, AllTaken: 0 }
  for (const { _tag } of round?.waiting.values() ?? []) counts[_tag] += 1
  return counts
}

const replicaOf = (figures: Census) => ({
  flats: flatsLet({ from: day('2015-01-01'), until: day('2018-01-01') })(figures),
  ...ratios(figures, '2015-01-01', '2018-01-01'),
})

const of = (ratio: Ratio): string => `${ratio.numerator} / ${ratio.denominator} = ${percent(ratio, 1)}`

const print = (
  seed: number,
  { municipality, rounds, refused }: Lived,
  reports: ReadonlyArray<YearReport>,
  total: ReturnType<typeof ratios>,
  replica: ReturnType<typeof replicaOf>,
): void => {
  const table = new Table({
    head: ['', ...reports.map(({ year }) => String(year))],
    style: { head: [], border: [] },
  })
  const row = (name: string, cell: (report: YearReport) => string) => table.push([name, ...reports.map(cell)])
  row('persons assigned', ({ intake }) => String(intake.denominator))
  row('of them moved into a flat that year', ({ intake }) => of(intake))
  row('decentral ratio, stock, 31 Dec', ({ stock }) => of(stock))
  row('flats let in the year', report => String(report.let.count))
  row('flats let / on the list, 31 Dec', ({ flats }) => of(flats))
  row('places in sites taken, 31 Dec', ({ sites }) => of(sites))
  row('place-nights taken in the year', ({ sitesOverYear }) => of(sitesOverYear))
  row('persons from AsylbLG to SGB II', ({ regimeChanges: { count } }) => String(count))
  row('households waiting, 31 Dec', ({ waiting: { count } }) => String(count))
  row('… others rank before for all flats that fit', ({ why }) => String(why.Outranked))
  row('… no flat on offer passes the rules', ({ why }) => String(why.NoFlatFits))

  const placements = rounds.reduce((sum, round) => sum + round.placements, 0)
  const verified = rounds.filter(({ proof }) => proof === 'verified').length
  console.log(`A town like Dülmen, 2015 to 2017, drawn from seed ${seed} and the published facts\n`)
  console.log(table.toString())
  console.log(`
Intake 2015–2017: ${of(total.intake)} of the persons newly assigned moved into a flat.
${municipality.events.length} events; ${rounds.length} allocations with ${placements} placements, ${verified} of ${rounds.length} proofs verified; ${refused} times the decider refused
a plan that no longer held (such as a tenancy for a household that had left).
The yearly table of the town adds up to 898 persons; the other ${published.assignedInAll - 898} of the published 1,020 are drawn into
${Object.entries(others)
  .filter(([, persons]) => persons > 0)
  .map(([year, persons]) => `${year} (${persons})`)
  .join(' and ')}: an assumption.

The published totals, from a log made by hand:
  ${replica.flats.count} flats let, ${replica.intake.numerator} persons in them, ${replica.intake.denominator} assigned: decentral ratio, intake, ${of(replica.intake)};
  ${replica.regimeChanges.count} persons changed from AsylbLG to SGB II.`)
}
