export type { Arrivals } from './arrivals.ts'
export type * from './command.ts'
export { type Decide, type Decider, decide, decider, decideWith } from './decide.ts'
export type { Decision } from './decision.ts'
export { evolve, replay } from './evolve.ts'
export {
  flatOn,
  householdOn,
  isHandled,
  isListedOn,
  offersOn,
  personsInSite,
  policyOn,
  regimeOn,
  residenceOn,
  seekersOn,
  siteOn,
  tenanciesOn,
} from './lookup.ts'
export {
  type Circumstances,
  found,
  type Municipality,
  type Refused,
  type Told,
  tell,
  tellEach,
} from './municipality.ts'
export { type Recheck, rechecks } from './recheck.ts'
export type { BrokenRule, InTheWay, Known, Refusal } from './refusal.ts'
export { refusalSentence } from './refusal-sentence.ts'
export {
  emptyRegistry,
  type FlatRecord,
  type HouseholdRecord,
  type PlacementRecord,
  type PlacementState,
  type Promised,
  type Registry,
  type SiteRecord,
} from './registry.ts'
export type { Residence, Stay, Tenancy } from './residence.ts'
