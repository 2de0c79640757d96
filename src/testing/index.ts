/**
 * For the tests of others: arbitraries of the words, rules, events, commands and logs, laws to run over one's own
 * policies, and scenarios for the decider.
 *
 * @packageDocumentation
 */
export * from './arbitrary/index.ts'
export { type CommandsConstraints, commands } from './command.ts'
export { accepted, log } from './log.ts'
export * from './rule-laws.ts'
export { given, givenTo, type Scenario } from './scenario.ts'
export { type StoreLaw, storeLaws } from './store-laws.ts'
export { type StoreOrderLaw, storeOrderLaws } from './store-order-laws.ts'
export type { StoreCommands, StoreLawsConstraints } from './store-run.ts'
