import { benchFigures } from './bench.ts'
import { type Options, optionsFrom, usage } from './options.ts'

const options = (): Options | undefined => {
  try {
    return optionsFrom(process.argv.slice(2))
  } catch (error) {
    console.error(`${String(error)}\n\n${usage}`)
    process.exitCode = 2
    return undefined
  }
}

const chosen = options()
if (chosen !== undefined) benchFigures(chosen)
