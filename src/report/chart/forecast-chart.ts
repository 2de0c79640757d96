import type { NeedForecast } from '../../projection/index.ts'
import type { Chart } from './chart.ts'
import type { Drafting } from './frame.ts'
import { intervals } from './intervals.ts'

/** The flats that will be needed, by bedrooms and in all, each with its interval. */
export const forecastChart = (drafting: Drafting, { needs, total }: NeedForecast): Chart => {
  const { messages, format } = drafting
  const words = messages.forecast
  const named = [
    ...needs.map(({ bedrooms, needed }) => ({
      name: bedrooms === null ? words.notStated : words.bedrooms(format.number(bedrooms)),
      needed,
    })),
    { name: words.total, needed: total.needed },
  ]
  const rows = named.map(({ name, needed: { expected, lower, upper } }) => ({
    name,
    estimate: expected,
    lower,
    upper,
    told: `${format.number(Math.round(expected))} (${format.number(lower)} – ${format.number(upper)})`,
  }))
  return intervals(drafting, 'forecast', rows, 'extrapolated')
}
