/**
 * Mechanisms for rows (households) with wishes of their own, and audits that find the first case in which an outcome, or
 * the mechanism, falls short of a property. A row's wishes are the fits of its pairs: more is better, and a column
 * without a pair is one that it does not accept. No dependencies; nothing of the domain.
 *
 * @packageDocumentation
 */
export { augmentingPath, type Moves } from './audit/augmenting-path.ts'
export type { BlockingPair } from './audit/blocking.ts'
export { blockingPair } from './audit/blocking-pair.ts'
export type { Outcome } from './audit/holding.ts'
export { type IndividualLoss, individualLoss } from './audit/individual-loss.ts'
export { justifiedEnvy } from './audit/justified-envy.ts'
export { type Manipulation, manipulation, type TooManyReports } from './audit/manipulation.ts'
export { paretoImprovement } from './audit/pareto-improvement.ts'
export { wastedColumn } from './audit/wasted-column.ts'
export { deferredAcceptance, type Proposing } from './deferred-acceptance.ts'
export { firstComeFirstServed } from './first-come-first-served.ts'
export type { InputError } from './input-error.ts'
export { type MaximumStable, maximumStable } from './maximum-stable.ts'
export type { Priorities } from './priorities.ts'
export { serialDictatorship } from './serial-dictatorship.ts'
export { type Tenants, topTradingCycles } from './top-trading-cycles.ts'
export { transfers } from './transfers.ts'
