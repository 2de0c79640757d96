import { allocate, census, fold, pose, type Question } from '../src/index.ts'
import { decisionsOf, drawings, figuresCsv, figuresOf, renderReport } from '../src/report/index.ts'
import { logOf } from './registry.ts'
import { cpuMilliseconds, median } from './timing.ts'

type Period = Parameters<typeof figuresOf>[1]['period']

const period = { from: '2016-01-01', until: '2018-01-01' } as Period

const must = <A>(result: { readonly _tag: 'Left' } | { readonly _tag: 'Right'; readonly right: A }): A => {
  if (result._tag === 'Left') throw new Error(`refused: ${JSON.stringify(result)}`)
  return result.right
}

/** Processor milliseconds; the median of so many runs. */
const cost = async (runs: number, work: () => unknown): Promise<number> => {
  const times: Array<number> = []
  for (let k = 0; k < runs; k++) times.push(await cpuMilliseconds(work))
  return median(times)
}

/** Households of one or two that seek, and flats for a fifth of them: most decisions are explained as outranked. */
const questionOf = (n: number): Question => {
  const adult = (id: string) => ({ id, age: { known: 'group', group: 'adult' } })
  const seekers = Array.from({ length: n }, (_, k) => ({
    household: { id: `H${k}`, members: k % 2 === 0 ? [adult('a')] : [adult('a'), adult('b')] },
    regime: 'AsylbLG',
    waitingSince: '2016-01-01',
  }))
  const flats = Array.from({ length: n / 5 }, (_, k) => ({
    id: `F${k}`,
    district: 'Mitte',
    area: 30 + (k % 40),
    rooms: 2,
    rent: { cold: 40_000 },
  }))
  const policy = {
    name: 'P',
    version: '1',
    rules: [
      { rule: 'atMost', name: 'area', flat: 'area', asks: { byPersons: [50], eachFurther: 15 }, unit: 'm²' },
    ],
    ranking: [{ by: 'lottery', seed: 1 }],
    preferences: [],
  }
  return { on: '2016-03-31', policy, seekers, flats } as unknown as Question
}

/** The steps to a page at three sizes: figures by month over two years, decisions, drawings, page, CSV. */
const benchReport = async (json: boolean): Promise<void> => {
  if (!json)
    console.log('report       households   figures   decisions   drawings       page        csv   page kB')
  const rows = []
  for (const households of [500, 1_000, 2_000]) {
    const town = fold(census)(logOf(households))
    const about = { municipality: 'Bench', source: 'seeded log', period }
    const figures = must(figuresOf(town, about))
    const problem = must(pose(questionOf(households)))
    const allocation = allocate(problem)
    const decisions = must(decisionsOf(problem, allocation, {}))
    const charts = must(await drawings(figures, { language: 'de' })())
    const page = () => renderReport(figures, decisions, { language: 'de', drawings: charts })
    const row = {
      bench: 'report',
      households,
      figures: await cost(5, () => figuresOf(town, about)),
      decisions: await cost(3, () => decisionsOf(problem, allocation, {})),
      drawings: await cost(3, () => drawings(figures, { language: 'de' })()),
      page: await cost(9, page),
      csv: await cost(9, () => figuresCsv(figures)),
      kilobytes: Buffer.byteLength(page()) / 1024,
    }
    rows.push(row)
    if (json) console.log(JSON.stringify(row))
    else
      console.log(
        ['figures', 'decisions', 'drawings', 'page', 'csv', 'kilobytes'].reduce(
          (line, name) => `${line}${(row[name as keyof typeof row] as number).toFixed(1).padStart(11)}`,
          `ms (cpu)${households.toString().padStart(15)}`,
        ),
      )
  }
  const [first, , last] = rows
  if (first === undefined || last === undefined) return
  const growth = { page: last.page / first.page, figures: last.figures / first.figures }
  if (json) console.log(JSON.stringify({ bench: 'report', growth, of: last.households / first.households }))
  else
    console.log(
      `four times the households: page × ${growth.page.toFixed(1)}, figures × ${growth.figures.toFixed(1)} (at most 4.8)\n`,
    )
}

await benchReport(process.argv.includes('--json'))
