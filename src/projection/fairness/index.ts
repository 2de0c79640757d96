export type { Characteristic } from './characteristic.ts'
export {
  type Compared,
  type Fairness,
  type FairnessOptions,
  fairness,
  type TooSmall,
  type WaitingGap,
} from './fairness.ts'
export type { Estimate } from './shares.ts'
