/**
 * Where logs are kept: the port, a store in memory, and a municipality on a store.
 *
 * @packageDocumentation
 */
export { audit, auditDocuments, type BrokenLink, type Head } from './audit.ts'
export type { Backend, Outcome, Stamped } from './backend.ts'
export { bell } from './bell.ts'
export type { Entry } from './entry.ts'
export type { Appended, EventStore, NewEvent, Page, Range, Since } from './event-store.ts'
export type {
  AppendFailure,
  Conflict,
  Corrupt,
  DuplicateCommand,
  Invalid,
  Misfit,
  ReadFailure,
  Unavailable,
} from './failure.ts'
export { failureSentence } from './failure-sentence.ts'
export { type Content, genesis, linkOf } from './link.ts'
export { everyoneMay, type May, type NotAllowed, onlyAs } from './may.ts'
export { type MemoryOptions, memoryStore } from './memory/memory-store.ts'
export {
  type Done,
  type MunicipalityOptions,
  municipality,
  type StoredMunicipality,
  type TellFailure,
} from './municipality.ts'
export type { Retries } from './retries.ts'
export { type KeyStore, type Keys, memoryKeys } from './seal/key-store.ts'
export type { OpenAges } from './seal/open-part.ts'
export { type Disclosure, type SealedLog, type SealingOptions, sealing } from './seal/sealing.ts'
export { type SnapshotOptions, type SnapshotStore, snapshotsIn } from './snapshot/kept-snapshots.ts'
export { memorySnapshots, type Snapshot, type Snapshots } from './snapshot/snapshots.ts'
export { type MigrateOptions, migrate } from './sql/migrate.ts'
export type { Sql, SqlPlace } from './sql/sql.ts'
export { migrateKeys, sqlKeys } from './sql/sql-keys.ts'
export { sqlSnapshots } from './sql/sql-snapshots.ts'
export { type SqlOptions, sqlStore } from './sql/sql-store.ts'
export { storeOn } from './store-on.ts'
export type { Asked, CommandRefused } from './telling.ts'
