export { type Disclosed, type DisclosedBreakdown, type DisclosureControl, disclosed } from './disclose.ts'
export { type Percentages, percentages } from './percentages.ts'
