export type * from './command.ts'
export { type Decide, decide, decideWith } from './decide.ts'
export type { Decision } from './decision.ts'
export { evolve, replay } from './evolve.ts'
export type { Dated, History } from './history.ts'
export { flatOn, householdOn, offersOn, personsInSite, policyOn, residenceOn, seekersOn } from './lookup.ts'
export { type Circumstances, found, type Municipality, type Refused, tell } from './municipality.ts'
export type { BrokenRule, InTheWay, Known, Refusal } from './refusal.ts'
export {
  emptyRegistry,
  type FlatRecord,
  type HouseholdRecord,
  type PlacementRecord,
  type PlacementState,
  type Registry,
  type Residence,
  type SiteRecord,
} from './registry.ts'
