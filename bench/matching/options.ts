import { parseArgs } from 'node:util'
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

export const usage = `npm run bench:matching -- [options]
Without --sizes, --classes and --engines: all engines at 1,000, and what the ratios need. With any of them: all
combinations, of
  --sizes 1000,10000      households (1,000, 10,000, 100,000)
  --classes structured    ${Object.keys(instanceClasses).join(', ')} (all but dense)
  --engines einzug,lemon  ${Object.keys(engines).join(', ')} (all)
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
    classes: values.classes?.split(',').map(oneOf(instanceClasses)),
    engines: values.engines?.split(',').map(oneOf(engines)),
    seed: positive(values.seed),
    limit: positive(values.limit),
  }
}

const positive = (text: string): number => {
  const number = Number(text.replaceAll('_', ''))
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`"${text}" is not a whole number above 0`)
}

const oneOf =
  <Name extends string>(known: Readonly<Record<Name, unknown>>) =>
  (text: string): Name => {
    const name = (Object.keys(known) as Array<Name>).find(each => each === text)
    if (name !== undefined) return name
    throw new Error(`"${text}" is none of ${Object.keys(known).join(', ')}`)
  }
