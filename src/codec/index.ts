/**
 * Codecs for the edges: policies, commands, events and words from unknown JSON, with errors as data, and stored
 * events of earlier schemas. A codec and its type share a name.
 *
 * @packageDocumentation
 */
export { Blocked } from './blocked.ts'
export { Command, commandCodecs, decodeCommands } from './command.ts'
export { Instant, IsoDay } from './day.ts'
export { decode, decodeEach, type Rejected, type Sifted } from './decode.ts'
export { Envelope, Recorded } from './envelope.ts'
export { decodeEvents, eventCodecs, HousingEvent } from './event.ts'
export { Area, Cents, Flat, Landlord, Rent, Rooms } from './flat.ts'
export { Household, Needs, PresentHome, Regime, Seeker, Wishes } from './household.ts'
export * from './id.ts'
export { type Issue, type Issues, issueSentence } from './issue.ts'
export { NeedPart } from './need-points.ts'
export { Age, AgeGroup, Person, Sex } from './person.ts'
export { Exemption, Position, ResidenceDuty } from './place.ts'
export { Criterion, decodePolicy, Policy, Preference } from './policy.ts'
export { decodeRentCaps, RentCap } from './rent-cap.ts'
export {
  Amount,
  Comparison,
  FlatQuantity,
  Implication,
  Membership,
  ResidenceRule,
  Rule,
  Unit,
  Where,
} from './rule.ts'
export { Site } from './site.ts'
export { decodeStored, upcast } from './upcast/index.ts'
