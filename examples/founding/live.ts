import {
  type AllocationId,
  allocate,
  type Command,
  type Day,
  dayOf,
  explain,
  found,
  type HouseholdId,
  type HouseholdReason,
  isoOf,
  type Municipality,
  type MunicipalityId,
  type Policy,
  personsInSite,
  poseOn,
  propose,
  tell,
  verify,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { type Draws, draws } from './draw.ts'
import { type Happening, sites, town } from './town.ts'

/** An allocation of the demo: its day, and why each household that was left waiting was. */
export interface Round {
  readonly on: Day
  readonly placements: number
  readonly proof: 'verified' | 'refuted'
  readonly waiting: ReadonlyMap<HouseholdId, HouseholdReason>
}

/** What the founding case left behind: the log, every round, and the commands that the decider refused. */
export interface Lived {
  readonly municipality: Municipality
  readonly rounds: ReadonlyArray<Round>
  readonly refused: number
}

/** What will be told on a day, given how things stand then. */
interface Planned {
  readonly on: Day
  readonly commands: (now: Municipality) => ReadonlyArray<Command>
}

const months = 36
const begin = dayOf('2015-01-01' as Parameters<typeof dayOf>[0])

/** Lives through 2015 to 2017 month by month: what happens from outside, then an allocation on the last day. */
export const live = (seed: number, policy: Policy, onMonth: (month: number, of: number) => void): Lived => {
  const draw = draws(seed)
  const state = { municipality: found('duelmen' as MunicipalityId), refused: 0 }
  const rounds: Array<Round> = []
  let planned: ReadonlyArray<Planned> = [
    { on: begin, commands: () => opening(policy) },
    ...town(draw).flatMap(happening => plans(happening, draw)),
  ]

  /** Gives commands together; if one is refused, none of them counts. */
  const give = (commands: ReadonlyArray<Command>, on: Day): boolean => {
    const recordedAt = `${isoOf(on)}T12:00:00.000Z`
    const told = tell(commands, { recordedAt, actor: 'housing office' })(state.municipality)
    if (E.isLeft(told)) state.refused += 1
    else state.municipality = told.right
    return E.isRight(told)
  }

  for (let month = 1; month <= months; month++) {
    const end = dayOf(isoOf(begin).replace('2015-01', monthAfter(month)) as Parameters<typeof dayOf>[0]) - 1
    const due = planned.filter(({ on }) => on <= end).sort((a, b) => a.on - b.on)
    planned = planned.filter(({ on }) => on > end)
    for (const { on, commands } of due) give(commands(state.municipality), on)

    const { round, commands } = allocateOn(end, state.municipality)
    if (give(commands, end)) {
      rounds.push(round)
      planned = [...planned, ...commands.flatMap(each => moves(each, end, draw))]
    }
    onMonth(month, months)
  }
  return { municipality: state.municipality, rounds, refused: state.refused }
}

/** `2015-02` for 1, … `2018-01` for 36. */
const monthAfter = (month: number): string =>
  `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

const command = (type: Command['type'], id: string, data: unknown): Command => ({ type, id, data }) as Command

const opening = (policy: Policy): ReadonlyArray<Command> => [
  command('AdoptPolicy', 'policy', { on: isoOf(begin), policy }),
  ...sites.map(site => command('OpenSite', `open ${site.id}`, { on: isoOf(begin), site })),
]

/** What follows from an arrival or a flat: a place in a site, a change of regime, a departure. */
const plans = (happening: Happening, draw: Draws): ReadonlyArray<Planned> => {
  const on = dayOf(happening.on)
  if (happening.what === 'flat') {
    const { on: listed, flat } = happening
    return [{ on, commands: () => [command('ListFlat', `list ${flat.id}`, { on: listed, flat })] }]
  }
  const { household, regime } = happening
  const { id: householdId } = household
  const later = (days: number, type: Command['type'], data: object): Planned => ({
    on: on + days,
    commands: () => [command(type, `${type} ${householdId}`, { on: isoOf(on + days), householdId, ...data })],
  })
  const arrival: Planned = {
    on,
    commands: now => [
      command('AssignHousehold', `assign ${householdId}`, { on: happening.on, household, regime }),
      command('StartStay', `stay ${householdId}`, {
        on: happening.on,
        stayId: `stay ${householdId}`,
        householdId,
        ...placeFor(household.members.length, now, on),
      }),
    ],
  }
  const [recognised, leaves] = [draw.between(150, 600), draw.between(200, 900)]
  return [
    arrival,
    ...(regime === 'AsylbLG' && draw.chance(56)
      ? [later(recognised, 'ChangeRegime', { regime: 'SGB II' })]
      : []),
    ...(draw.chance(14) ? [later(leaves, 'RecordDeparture', { reason: 'moved away' })] : []),
  ]
}

/** A place in the site with most places left; beyond its places, with the reason, where none has enough. */
const placeFor = (persons: number, { registry }: Municipality, on: Day) => {
  const free = sites.map(({ id, places }) => ({ siteId: id, left: places - personsInSite(registry, id, on) }))
  const { siteId, left } = free.reduce((a, b) => (b.left > a.left ? b : a))
  return { siteId, ...(left < persons ? { overflow: 'more arrivals than places in all sites' } : {}) }
}

/** The policy proposes; why those who wait do is kept for the report. */
const allocateOn = (on: Day, { registry }: Municipality) => {
  const posed = poseOn(registry, isoOf(on))
  if (E.isLeft(posed)) throw new Error(`the demo posed a problem that cannot be posed: ${posed.left._tag}`)
  const problem = posed.right
  const allocation = allocate(problem)
  const { household: reasonOf } = explain(problem, allocation)
  const waiting = allocation.unplaced.flatMap(id =>
    pipe(
      reasonOf(id),
      E.match(
        () => [],
        reason => [[id, reason] as const],
      ),
    ),
  )
  const proof = E.isRight(verify(problem, allocation)) ? 'verified' : 'refuted'
  return {
    round: { on, placements: allocation.placements.length, proof, waiting: new Map(waiting) } as const,
    commands: propose(problem, allocation, `allocation ${isoOf(on)}` as AllocationId),
  }
}

/** What becomes of a proposal: most households move in within a month, some landlords choose someone else. */
const moves = (proposal: Command, proposed: Day, draw: Draws): ReadonlyArray<Planned> => {
  if (proposal.type !== 'ProposePlacement') return []
  const { placementId, householdId, flatId } = proposal.data
  const [answer, movedIn, ends] = [draw.between(2, 9), draw.between(10, 28), draw.between(240, 800)]
  const on = proposed + answer
  const about = (type: Command['type'], day: Day, data: object): Command =>
    command(type, `${type} ${placementId}`, { on: isoOf(day), ...data })
  if (draw.chance(8)) {
    return [
      {
        on,
        commands: () => [
          about('DeclinePlacement', on, { placementId, by: 'landlord', reason: 'chose another household' }),
          about('WithdrawFlat', on, { flatId, reason: 'let elsewhere' }),
        ],
      },
    ]
  }
  const tenancyId = `tenancy ${placementId}`
  const start = { tenancyId, householdId, flatId, placementId }
  const end = proposed + movedIn + ends
  return [
    { on, commands: () => [about('AgreePlacement', on, { placementId })] },
    { on: proposed + movedIn, commands: () => [about('StartTenancy', proposed + movedIn, start)] },
    ...(draw.chance(6)
      ? [{ on: end, commands: () => [about('EndTenancy', end, { tenancyId, reason: 'notice' })] }]
      : []),
  ]
}
