import { start } from '../command-line.ts'
import { benchRules } from './bench.ts'
import { optionsFrom, usage } from './options.ts'

await start(optionsFrom, usage, benchRules)
