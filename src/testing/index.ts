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
export {
  type StoreCommands,
  type StoreLaw,
  type StoreLawsConstraints,
  type StoreOrderLaw,
  storeLaws,
  storeOrderLaws,
} from './store-laws.ts'
