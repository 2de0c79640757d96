import { parseArgs } from 'node:util'
import { oneOf, positive } from '../command-line.ts'
import { type EngineName, engines } from './engines.ts'

export interface Options {
  readonly json: boolean
  readonly sizes: ReadonlyArray<number>
  readonly engines: ReadonlyArray<EngineName>
  readonly seed: number
}

export const everyEngine = Object.keys(engines) as ReadonlyArray<EngineName>

export const usage = `npm run bench:rules -- [options]
  --sizes 1000,10000            households, and as many flats (1,000, 10,000, 50,000)
  --engines columns,predicates  ${everyEngine.join(', ')} (all)
  --seed 2015                   of the town
  --json                        one object per row instead of the table; the targets go to stderr`

/** The options of the command line; throws with a sentence for the caller when they make no sense. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: '1000,10000,50000' },
      engines: { type: 'string', default: everyEngine.join(',') },
      seed: { type: 'string', default: '2015' },
    },
  })
  return {
    json: values.json,
    sizes: values.sizes.split(',').map(positive),
    engines: values.engines.split(',').map(oneOf(everyEngine)),
    seed: positive(values.seed),
  }
}
