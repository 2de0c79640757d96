import type { Either } from 'fp-ts/Either'
import type * as t from 'io-ts'
import type * as decider from '../decider/command.ts'
import { IsoDay } from './day.ts'
import { decodeList, type Sifted } from './decode.ts'
import { Household, Regime } from './household.ts'
import { CommandId, FlatId, HouseholdId, PlacementId, SiteId, StayId, TenancyId } from './id.ts'
import type { Issues } from './issue.ts'
import { Override, payloads } from './payload.ts'
import { Policy } from './policy.ts'
import { Text, words } from './scalar.ts'
import { object, tagged } from './structure.ts'

type Type = decider.Command['type']
type Of<T extends Type> = Extract<decider.Command, { readonly type: T }>

const on = IsoDay

const orders: { readonly [T in Type]: t.Type<Of<T>['data']> } = {
  AssignHousehold: /* @__PURE__ */ object('data', { on, household: Household, regime: Regime }),
  ChangeHousehold: /* @__PURE__ */ object(
    'data',
    {
      on,
      household: Household,
      reason: /* @__PURE__ */ words<decider.ChangeHousehold['data']['reason']>({
        birth: true,
        death: true,
        'family reunion': true,
        needs: true,
        wishes: true,
        correction: true,
      }),
    },
    { overflow: Text },
  ),
  SeparateHousehold: /* @__PURE__ */ object('data', { on, remaining: Household, separated: Household }),
  ChangeRegime: payloads.RegimeChanged,
  RecordDeparture: payloads.HouseholdLeft,
  ListFlat: payloads.FlatListed,
  ChangeFlat: payloads.FlatChanged,
  WithdrawFlat: payloads.FlatWithdrawn,
  OpenSite: payloads.SiteOpened,
  ChangeSite: payloads.SiteChanged,
  CloseSite: payloads.SiteClosed,
  StartStay: /* @__PURE__ */ object(
    'data',
    { on, stayId: StayId, householdId: HouseholdId, siteId: SiteId },
    { overflow: Text, until: IsoDay },
  ),
  EndStay: payloads.StayEnded,
  CorrectStay: payloads.StayCorrected,
  AnnulStay: payloads.StayAnnulled,
  AdoptPolicy: /* @__PURE__ */ object('data', { on, policy: Policy }),
  RecordAllocation: payloads.AllocationMade,
  ProposePlacement: payloads.PlacementProposed,
  DeclinePlacement: payloads.PlacementDeclined,
  WithdrawPlacement: payloads.PlacementWithdrawn,
  AgreePlacement: payloads.PlacementAgreed,
  StartTenancy: /* @__PURE__ */ object(
    'data',
    { on, tenancyId: TenancyId, householdId: HouseholdId, flatId: FlatId },
    { placementId: PlacementId, override: Override, until: IsoDay },
  ),
  EndTenancy: payloads.TenancyEnded,
  CorrectTenancy: payloads.TenancyCorrected,
  AnnulTenancy: payloads.TenancyAnnulled,
}

const order = <T extends Type>(type: T): t.Type<Of<T>> =>
  object<{ readonly type: Type; readonly id: decider.Command['id']; readonly data: unknown }>(type, {
    type: words({ [type]: true } as Record<Type, true>),
    id: CommandId,
    data: orders[type] as t.Type<unknown>,
  }) as unknown as t.Type<Of<T>>

/**
 * A codec for each command, by its type.
 *
 * @category commands
 */
export const commandCodecs: { readonly [T in Type]: t.Type<Of<T>> } = /* @__PURE__ */ Object.fromEntries(
  (Object.keys(orders) as ReadonlyArray<Type>).map(type => [type, order(type)]),
) as unknown as { readonly [T in Type]: t.Type<Of<T>> }

/** @category commands */
export type Command = decider.Command

/**
 * Any command. Keys that are not known are left out.
 *
 * @category commands
 */
export const Command: t.Type<decider.Command> = /* @__PURE__ */ tagged<decider.Command>(
  'a command',
  'type',
  commandCodecs as unknown as Readonly<Record<Type, t.Type<decider.Command>>>,
)

/**
 * Reads a list of commands, as `JSON.parse` returns it: good ones are kept beside bad ones.
 *
 * Fails if it is no list.
 *
 * @example
 * ```ts
 * import { either as E } from 'fp-ts'
 * import { decodeCommands } from 'einzug/codec'
 * const close = { type: 'CloseSite', id: 'C1', data: { on: '2017-03-31', siteId: 'S1' } }
 * const expected = 'a day (YYYY-MM-DD)'
 * const bad = { ...close, data: { ...close.data, on: '31.3.2017' } }
 * const issues = [{ path: ['data', 'on'], expected, found: '31.3.2017' }]
 * decodeCommands([close, bad]) // => E.right({ accepted: [close], rejected: [{ index: 1, issues }] })
 * decodeCommands(close) // => E.left([{ path: [], expected: 'a list', found: close }])
 * ```
 * @category decoding
 */
export const decodeCommands: (input: unknown) => Either<Issues, Sifted<decider.Command>> =
  /* @__PURE__ */ decodeList(Command)
