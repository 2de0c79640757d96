import { type IsoDay, isoOf } from '../../domain/day.ts'

const perDay = 86_400_000

/** The same day a number of months later; the last day of that month where it is shorter. */
export const monthsLater = (day: IsoDay, months: number): IsoDay => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = Date.UTC(year, month - 1 + months, 1)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return isoOf(first / perDay + Math.min(date, lastDate) - 1)
}
