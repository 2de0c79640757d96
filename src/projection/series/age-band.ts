import { calendarYear, groupOnly } from './roster.ts'

/** The ages at which a person comes into the next band: those by which Kitas, schools and offices plan. */
const turns = [3, 6, 16, 18, 25, 65] as const

/** The bands between the turns; the last two are of persons of whom only the age group is known. */
const bandNames = ['0–2', '3–5', '6–15', '16–17', '18–24', '25–64', '65+', 'under 18', '18–64'] as const

const [senior, minor, adult] = [6, 7, 8] as const
const bandOfGroup = [minor, adult, senior] as const

const sexNames = ['not recorded', 'female', 'male', 'diverse'] as const

/** The cell of a sex and a band. */
const cell = (sex: number, band: number): number => sex * bandNames.length + band

export const sexAndAge = (number: number): string =>
  `${sexNames[Math.floor(number / bandNames.length)] ?? ''}, ${bandNames[number % bandNames.length] ?? ''}`

/** Where a person stands on a day; both born and day are calendar numbers. */
export const cellOn = (sex: number, born: number, day: number): number => {
  if (born <= groupOnly) return cell(sex, bandOfGroup[groupOnly - born] as number)
  let band = 0
  while (band < turns.length && born + (turns[band] as number) * calendarYear <= day) band++
  return cell(sex, band)
}

/** The calendar number from which on a person stands in the next cell; `Infinity` if in none. */
export const nextTurn = (born: number, day: number): number => {
  if (born <= groupOnly) return Infinity
  for (const age of turns) if (born + age * calendarYear > day) return born + age * calendarYear
  return Infinity
}
