/**
 * For users of Emmett (`@event-driven-io/emmett`): the decider in its form, and an event store on its stores.
 *
 * @packageDocumentation
 */
export { type EmmettOptions, emmettStore } from './emmett-store.ts'
export type { EmmettStore } from './port.ts'
export { type EmmettDecider, type EmmettHousingEvent, type RefusedError, toEmmett } from './to-emmett.ts'
