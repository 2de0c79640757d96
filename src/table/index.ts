export { withRow } from './changes.ts'
export type { Dated, History } from './history.ts'
export * from './table.ts'
