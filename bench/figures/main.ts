import { start } from '../command-line.ts'
import { benchFigures } from './bench.ts'
import { optionsFrom, usage } from './options.ts'

await start(optionsFrom, usage, benchFigures)
