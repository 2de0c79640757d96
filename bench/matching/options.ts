import { parseArgs } from 'node:util'
import { oneOf, positive } from '../command-line.ts'
import { type EngineName, engines } from './engines.ts'
import { type InstanceClass, instanceClasses } from './instances/index.ts'

export interface Options {
  readonly json: boolean
  readonly summary: boolean
  readonly sizes: ReadonlyArray<number> | undefined
  readonly classes: ReadonlyArray<InstanceClass> | undefined
  readonly engines: ReadonlyArray<EngineName> | undefined
  readonly seed: number
  readonly limit: number
}

const classNames = Object.keys(instanceClasses) as ReadonlyArray<InstanceClass>
const engineNames = Object.keys(engines) as ReadonlyArray<EngineName>

export const usage = `npm run bench:matching -- [options]
Without --sizes, --classes and --engines: all engines at 1,000, and what the ratios need. With any of them: all
combinations, of
  --sizes 1000,10000      households (1,000, 10,000, 100,000)
  --classes structured    ${classNames.join(', ')} (all but dense)
  --engines einzug,lemon  ${engineNames.join(', ')} (all)
  --limit 600             seconds an engine may take for a row
  --seed 2015             of the instances
  --json                  one object per row instead of the table
  --summary               the ratios at the end; with a table they are always there`

/** The options of the command line; throws with a sentence for the caller when they make no sense. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      summary: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      classes: { type: 'string' },
      engines: { type: 'string' },
      seed: { type: 'string', default: '2015' },
      limit: { type: 'string', default: '600' },
    },
  })
  return {
    json: values.json,
    summary: values.summary || !values.json,
    sizes: values.sizes?.split(',').map(positive),
    classes: values.classes?.split(',').map(oneOf(classNames)),
    engines: values.engines?.split(',').map(oneOf(engineNames)),
    seed: positive(values.seed),
    limit: positive(values.limit),
  }
}
