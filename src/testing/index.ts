/**
 * For the tests of others: arbitraries of the words, rules and events, and laws to run over one's own policies.
 *
 * @packageDocumentation
 */
export * from './arbitrary/index.ts'
export * from './rule-laws.ts'
