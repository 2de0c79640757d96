import type { IsoDay } from '../../domain/day.ts'
import { valueOn } from '../../table/history.ts'
import type { Census } from '../census.ts'
import { type Confidence, standardScore } from '../confidence.ts'
import type { Period, Stated, When } from '../figure.ts'
import { stated } from '../figure.ts'
import { survivalOf } from '../survival/kaplan-meier.ts'
import type { Quartiles } from '../survival/quartiles.ts'
import { restrictedMean } from '../survival/restricted-mean.ts'
import { type Wait, waits } from '../survival/survival-curve.ts'
import { type Characteristic, groupOf } from './characteristic.ts'
import { type Estimate, newcombe, wilson } from './shares.ts'

/**
 * Days by which a group waits longer on average than all others, where whatever is longer than the `horizon` counts
 * as the horizon: the last day on which both were still watched.
 *
 * @category fairness
 */
export type WaitingGap = Estimate & { readonly horizon: number }

/**
 * A group beside all other households of which the characteristic is recorded: `placed` of its `households` moved
 * into a flat, and how that share and the waiting time differ from those of the others (above 0: more, or longer). An
 * interval that holds 0 is no evidence of a gap, nor of its absence. `waitingGap` is `null` where nobody of one side
 * was watched for a day.
 *
 * @category fairness
 */
export interface Compared {
  readonly _tag: 'Compared'
  readonly group: string
  readonly households: number
  readonly others: number
  readonly placed: number
  readonly othersPlaced: number
  readonly share: Estimate
  readonly median: Quartiles['median']
  readonly shareGap: Estimate
  readonly waitingGap: WaitingGap | null
}

/**
 * Fewer households than `least`, in the group or beside it: nothing is said of it but that.
 *
 * @category fairness
 */
export interface TooSmall {
  readonly _tag: 'TooSmall'
  readonly group: string
  readonly households: number
  readonly others: number
  readonly least: number
}

/**
 * Gaps between groups, in the order of their names. `notRecorded` households are in no group, and in no comparison.
 *
 * @category figures
 */
export type Fairness = Stated &
  When & {
    readonly by: Characteristic
    readonly confidence: Confidence
    readonly groups: ReadonlyArray<Compared | TooSmall>
    readonly notRecorded: number
  }

/**
 * The confidence of each interval, 0.95 if absent, and the least number of households of which anything is said, 10
 * if absent.
 *
 * @category fairness
 */
export interface FairnessOptions {
  readonly confidence?: Confidence
  readonly least?: number
}

const waitingGap = (here: ReadonlyArray<Wait>, beside: ReadonlyArray<Wait>, z: number): WaitingGap | null => {
  const [one, other] = [survivalOf(here), survivalOf(beside)]
  const horizon = Math.min(one.steps.at(-1)?.day ?? 0, other.steps.at(-1)?.day ?? 0)
  const [mean, othersMean] = [restrictedMean(one, horizon), restrictedMean(other, horizon)]
  if (horizon === 0 || mean === null || othersMean === null) return null
  const estimate = mean.mean - othersMean.mean
  const error = z * Math.sqrt(mean.variance + othersMean.variance)
  return { estimate, lower: estimate - error, upper: estimate + error, horizon }
}

const compared = (
  group: string,
  here: ReadonlyArray<Wait>,
  beside: ReadonlyArray<Wait>,
  { confidence = 0.95, least = 10 }: FairnessOptions,
): Compared | TooSmall => {
  const [households, others] = [here.length, beside.length]
  if (Math.min(households, others) < Math.max(1, least))
    return { _tag: 'TooSmall', group, households, others, least }
  const z = standardScore(confidence)
  const placedOf = (all: ReadonlyArray<Wait>): number => all.filter(({ event }) => event).length
  const [placed, othersPlaced] = [placedOf(here), placedOf(beside)]
  const share = wilson(placed, households, z)
  return {
    _tag: 'Compared',
    group,
    households,
    others,
    placed,
    othersPlaced,
    share,
    median: survivalOf(here).quartiles.median,
    shareGap: newcombe(share, wilson(othersPlaced, others, z)),
    waitingGap: waitingGap(here, beside, z),
  }
}

/**
 * Whether groups of households are treated alike: how the share that found a flat and the time they waited for it
 * differ between each group and all others, of those assigned by a day as seen on it, or assigned in a period as seen
 * at its end. Each difference has its interval: shares by Newcombe's, waiting times by the restricted mean. Groups
 * are as on the day of the assignment, and are never ranked. A gap says that there is a difference, not why; and of
 * twenty intervals at 0.95, one will leave out 0 by chance alone.
 *
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/function'
 * import { census, fairness, fold } from 'einzug'
 * import type { HouseholdId, HousingEvent, IsoDay, PersonId } from 'einzug'
 * const assigned = (id: string): HousingEvent => {
 *   const members = [{ id: id as PersonId, age: { known: 'group', group: 'adult' } }] as const
 *   const household = { id: id as HouseholdId, members }
 *   return { type: 'HouseholdAssigned', data: { on: '2016-03-01' as IsoDay, household, regime: 'AsylbLG' } }
 * }
 * const log = ['H1', 'H2', 'H3'].map(assigned)
 * const bySize = pipe(log, fold(census), fairness('2016-12-31' as IsoDay, 'household size'))
 * bySize.groups // => [{ _tag: 'TooSmall', group: '1', households: 3, others: 0, least: 10 }]
 * ```
 * @category figures
 */
export const fairness =
  (when: IsoDay | Period, by: Characteristic, options: FairnessOptions = {}) =>
  (census: Census): Fairness => {
    const groups = new Map<string | null, Array<Wait>>()
    for (const wait of waits(census, when)) {
      const household = valueOn(wait.household.versions, wait.since)
      const group = household === undefined ? null : groupOf[by](household)
      const known = groups.get(group)
      if (known === undefined) groups.set(group, [wait])
      else known.push(wait)
    }
    const named = [...groups].flatMap(([group, all]) => (group === null ? [] : [{ group, all }]))
    return {
      figure: `fairness by ${by}`,
      unit: 'households',
      basis:
        'Households by group on the day of their assignment, each group beside all others: the share that moved into a flat by the last day asked about (Wilson; difference by Newcombe, method 10), and the days from assignment to first tenancy (difference of Kaplan–Meier means restricted to the days on which both were watched). Each interval stands alone: among many, some miss 0 by chance.',
      ...stated(when),
      by,
      confidence: options.confidence ?? 0.95,
      groups: named
        .sort((a, b) => (a.group < b.group ? -1 : 1))
        .map(({ group, all }) =>
          compared(
            group,
            all,
            named.flatMap(other => (other.group === group ? [] : other.all)),
            options,
          ),
        ),
      notRecorded: groups.get(null)?.length ?? 0,
    }
  }
