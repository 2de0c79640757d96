import { parseArgs } from 'node:util'
import { oneOf, positive } from '../command-line.ts'
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
    works: values.works.split(',').map(oneOf(works)),
    seed: positive(values.seed),
  }
}
