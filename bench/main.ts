import { benchAllocation } from './allocation.ts'
import { benchLive } from './live.ts'
import { benchMatching } from './matching.ts'
import { benchRegistry } from './registry.ts'

benchAllocation()
benchMatching()
benchLive()
benchRegistry()
