import { start } from '../command-line.ts'
import { benchMatching } from './bench.ts'
import { optionsFrom, usage } from './options.ts'

await start(optionsFrom, usage, benchMatching)
