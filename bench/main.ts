import { benchAllocation } from './allocation.ts'
import { benchLive } from './live.ts'
import { benchMatching } from './matching/bench.ts'
import { optionsFrom } from './matching/options.ts'
import { benchMechanism } from './mechanism.ts'
import { benchRegistry } from './registry.ts'

benchAllocation()
const small = optionsFrom(['--sizes', '1000,10000', '--classes', 'structured', '--engines', 'einzug'])
await benchMatching({ ...small, summary: false })
console.log()
benchLive()
benchMechanism()
benchRegistry()
