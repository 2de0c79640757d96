import * as E from 'fp-ts/Either'
import type { Recorded } from '../event/envelope.ts'
import type { Predicates } from '../rule/judge.ts'
import type { Command } from './command.ts'
import {
  assignHousehold,
  changeHousehold,
  changeRegime,
  recordDeparture,
  separateHousehold,
} from './decide-household.ts'
import { changeFlat, changeSite, closeSite, listFlat, openSite, withdrawFlat } from './decide-place.ts'
import {
  adoptPolicy,
  agreePlacement,
  declinePlacement,
  proposePlacement,
  recordAllocation,
  withdrawPlacement,
} from './decide-placement.ts'
import { annulStay, correctStay, endStay, startStay } from './decide-stay.ts'
import { annulTenancy, correctTenancy, endTenancy, startTenancy } from './decide-tenancy.ts'
import type { Decision } from './decision.ts'
import { evolve } from './evolve.ts'
import { isHandled } from './lookup.ts'
import { emptyRegistry, type Registry } from './registry.ts'

/**
 * Decides: which events record a command, or why it is refused. Never throws.
 *
 * @category decider
 */
export type Decide = (command: Command, registry: Registry) => Decision

/**
 * A decider for policies with `where` rules: `predicates` are the functions they name.
 *
 * @example
 * ```ts
 * import { decideWith, emptyRegistry, type Command } from 'einzug'
 * const policy = { name: 'P', version: '1', rules: [{ rule: 'where', name: 'own', predicate: 'own' }], ranking: [], preferences: [] }
 * const adopt = { type: 'AdoptPolicy', id: 'c1', data: { on: '2016-01-04', policy } } as unknown as Command
 * decideWith({ own: () => true })(adopt, emptyRegistry)._tag // => 'Right'
 * decideWith({})(adopt, emptyRegistry)._tag // => 'Left'
 * ```
 * @category decider
 */
export const decideWith =
  (predicates: Predicates): Decide =>
  (command, registry) =>
    isHandled(registry, command.id)
      ? E.left({ _tag: 'AlreadyHandled', commandId: command.id })
      : decideNew(command, registry, predicates)

/**
 * Decides with policies as plain data; see {@link decideWith} for rules with predicates.
 *
 * @example
 * ```ts
 * import { decide, emptyRegistry, type Command } from 'einzug'
 * const site = { id: 'S1', kind: 'municipal', places: 80 }
 * const open = { type: 'OpenSite', id: 'c1', data: { on: '2016-01-04', site } } as unknown as Command
 * const close = { type: 'CloseSite', id: 'c2', data: { on: '2016-01-04', siteId: 'S1' } } as unknown as Command
 * decide(open, emptyRegistry) // => { _tag: 'Right', right: [{ type: 'SiteOpened', data: open.data }] }
 * decide(close, emptyRegistry) // => { _tag: 'Left', left: { _tag: 'Unknown', what: 'site', id: 'S1' } }
 * ```
 * @category decider
 */
export const decide: Decide = /* @__PURE__ */ decideWith({})

/**
 * The three parts of a decider, as event-sourcing libraries expect them.
 *
 * @category decider
 */
export interface Decider {
  readonly decide: Decide
  /** The registry after one more event. */
  readonly evolve: (registry: Registry, event: Recorded) => Registry
  readonly initialState: Registry
}

/**
 * The decider in three parts. `predicates` are the functions that `where` rules name.
 *
 * @example
 * ```ts
 * import { decider } from 'einzug'
 * decider({ predicates: { own: () => true } }).initialState.version // => 0
 * ```
 * @category decider
 */
export const decider = ({ predicates = {} }: { readonly predicates?: Predicates } = {}): Decider => ({
  decide: decideWith(predicates),
  evolve,
  initialState: emptyRegistry,
})

const decideNew = (command: Command, registry: Registry, predicates: Predicates): Decision => {
  switch (command.type) {
    case 'AssignHousehold':
      return assignHousehold(command, registry)
    case 'ChangeHousehold':
      return changeHousehold(command, registry)
    case 'SeparateHousehold':
      return separateHousehold(command, registry)
    case 'ChangeRegime':
      return changeRegime(command, registry)
    case 'RecordDeparture':
      return recordDeparture(command, registry)
    case 'ListFlat':
      return listFlat(command, registry)
    case 'ChangeFlat':
      return changeFlat(command, registry)
    case 'WithdrawFlat':
      return withdrawFlat(command, registry)
    case 'OpenSite':
      return openSite(command, registry)
    case 'ChangeSite':
      return changeSite(command, registry)
    case 'CloseSite':
      return closeSite(command, registry)
    case 'StartStay':
      return startStay(command, registry)
    case 'EndStay':
      return endStay(command, registry)
    case 'CorrectStay':
      return correctStay(command, registry)
    case 'AnnulStay':
      return annulStay(command, registry)
    case 'AdoptPolicy':
      return adoptPolicy(command, predicates)
    case 'RecordAllocation':
      return recordAllocation(command, registry)
    case 'ProposePlacement':
      return proposePlacement(command, registry)
    case 'DeclinePlacement':
      return declinePlacement(command, registry)
    case 'WithdrawPlacement':
      return withdrawPlacement(command, registry)
    case 'AgreePlacement':
      return agreePlacement(command, registry)
    case 'StartTenancy':
      return startTenancy(command, registry, predicates)
    case 'EndTenancy':
      return endTenancy(command, registry)
    case 'CorrectTenancy':
      return correctTenancy(command, registry, predicates)
    case 'AnnulTenancy':
      return annulTenancy(command, registry)
  }
}
