/**
 * Decides which household moves into which flat, and proves it.
 *
 * @packageDocumentation
 */
export * from './allocation/index.ts'
export * from './decider/index.ts'
export * from './domain/index.ts'
export * from './event/index.ts'
export * from './projection/index.ts'
export * from './rule/index.ts'
export { contents, type Dated, type History, type Table } from './table/index.ts'
