import { parseArgs } from 'node:util'
import { type Work, works } from './row.ts'

export interface Options {
  readonly json: boolean
  readonly sizes: ReadonlyArray<number>
  readonly works: ReadonlyArray<Work>
  readonly seed: number
}

export const usage = `npm run bench:figures -- [options]
  --sizes 10000,100000,1000000  events (all three; immer on 20,000)
  --works replay,figures        ${works.join(', ')} (all)
  --seed 2015                   of the city
  --json                        one object per row instead of the table; the targets go to stderr`

/** The options of the command line; throws with a sentence for the caller when they make no sense. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '10000,100000,1000000' },
      works: { type: 'string', default: works.join(',') },
      seed: { type: 'string', default: '2015' },
    },
  })
  return {
    json: values.json,
    sizes: values.sizes.split(',').map(positive),
    works: values.works.split(',').map(work),
    seed: positive(values.seed),
  }
}

const positive = (text: string): number => {
  const number = Number(text.replaceAll('_', ''))
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`"${text}" is not a whole number above 0`)
}

const work = (text: string): Work => {
  const name = works.find(each => each === text)
  if (name !== undefined) return name
  throw new Error(`"${text}" is none of ${works.join(', ')}`)
}
