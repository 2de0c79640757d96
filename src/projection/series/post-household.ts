import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { addEnds, addLater } from './change-days.ts'
import { type Life, lifeOn, type Settled, sameLife } from './life.ts'
import { type Difference, post, postChange } from './post.ts'
import { pointsOf, postPoints } from './post-points.ts'
import { postStays } from './post-stay.ts'
import type { HouseholdRow } from './row.ts'
import { living } from './section.ts'
import { located } from './whereabouts.ts'

/**
 * Posts what becomes otherwise for the days from `from` on, when a household that was known one way is known another.
 * From nothing it posts all there is, to nothing it takes all back.
 */
export const postHousehold = (
  book: MutableBook,
  before: HouseholdRow | undefined,
  after: HouseholdRow | undefined,
  from: Day,
): void => {
  const now = after && { row: after, homes: located(book, after.homes, from) }
  const then = before && {
    row: before,
    homes: before.homes === after?.homes && now ? now.homes : located(book, before.homes, from, now?.homes),
  }
  postLiving(book, then, now, from)
  postPoints(book, then && pointsOf(then, from), now && pointsOf(now, from))
  postStays(book, then, now, from)
}

const addChanges = (days: Array<Day>, { row, homes }: Settled): void => {
  addLater(days, row.present)
  addLater(days, row.versions)
  addLater(days, row.regimes)
  for (const { home, place } of homes) {
    addEnds(days, home)
    if (place !== undefined) addLater(days, place.versions)
  }
}

const nothing: Difference<never> = [undefined, undefined]

const postLiving = (
  book: MutableBook,
  then: Settled | undefined,
  now: Settled | undefined,
  from: Day,
): void => {
  const days = [from]
  if (now !== undefined) addChanges(days, now)
  if (then !== undefined) addChanges(days, then)
  let yesterday: Difference<Life> = nothing
  for (const day of days) {
    const today: Difference<Life> = [now && lifeOn(now, day), then && lifeOn(then, day)]
    postChange(today, yesterday, sameLife, (life, sign) => {
      const { roster, dwelling, district, regime, cohort } = life
      post(book, living, [0, day, sign, roster, dwelling, district, regime, cohort])
    })
    yesterday = today
  }
}
