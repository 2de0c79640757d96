import type { Fairness } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import type { Drafting } from './frame.ts'
import { type IntervalRow, intervals } from './intervals.ts'

/** How much more often groups moved into a flat than all others, each with its interval; `undefined` of no group. */
export const fairnessChart = (drafting: Drafting, all: ReadonlyArray<Fairness>): Chart | undefined => {
  const { messages, format } = drafting
  const words = messages.fairness
  const rows = all.flatMap(({ by, groups }) =>
    groups.flatMap((each): ReadonlyArray<IntervalRow> => {
      if (each._tag === 'TooSmall') return []
      const [estimate, lower, upper] = [each.shareGap.estimate, each.shareGap.lower, each.shareGap.upper].map(
        share => 100 * share,
      ) as [number, number, number]
      const name = `${words.by[by]}: ${words.groups.get(each.group) ?? each.group}`
      return [{ name, estimate, lower, upper, told: format.difference(estimate) }]
    }),
  )
  return rows.length === 0 ? undefined : intervals(drafting, 'fairness', rows, 'observed')
}
