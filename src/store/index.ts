/**
 * Where logs are kept: the port, a store in memory, and a municipality on a store.
 *
 * @packageDocumentation
 */
export type { Backend, Outcome, Stamped } from './backend.ts'
export type { Entry } from './entry.ts'
export type { Appended, EventStore, NewEvent, Page, Range, Since } from './event-store.ts'
export {
  type AppendFailure,
  type Conflict,
  type Corrupt,
  type DuplicateCommand,
  failureSentence,
  type Invalid,
  type Misfit,
  type ReadFailure,
  type Unavailable,
} from './failure.ts'
export type { Content } from './link.ts'
export { everyoneMay, type May, type NotAllowed, onlyAs } from './may.ts'
export { type MemoryOptions, memoryStore } from './memory/memory-store.ts'
export {
  type Asked,
  type Done,
  type MunicipalityOptions,
  municipality,
  type StoredMunicipality,
  type TellFailure,
} from './municipality.ts'
export type { Retries } from './retries.ts'
export { memorySnapshots, type Snapshot, type Snapshots } from './snapshots.ts'
export { type MigrateOptions, migrate } from './sql/migrate.ts'
export type { Sql, SqlPlace } from './sql/sql.ts'
export { type SqlOptions, sqlStore } from './sql/sql-store.ts'
export { storeOn } from './store-on.ts'
