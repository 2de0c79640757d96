import { benchAllocation } from './allocation.ts'
import { benchMatching } from './matching.ts'
import { benchRegistry } from './registry.ts'

benchAllocation()
benchMatching()
benchRegistry()
