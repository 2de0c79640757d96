import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { lives, type Settled } from './life.ts'
import { postSteps } from './post.ts'
import { pointsOf, postPoints } from './post-points.ts'
import { postStays } from './post-stay.ts'
import type { HouseholdRow } from './row.ts'
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
  const now: Settled | undefined = after && { row: after, homes: located(book, after.homes, from) }
  const then: Settled | undefined = before && {
    row: before,
    homes: before.homes === after?.homes && now ? now.homes : located(book, before.homes, from, now?.homes),
  }
  postSteps(book, lives, then, now, from)
  postPoints(book, then && pointsOf(then, from), now && pointsOf(now, from))
  postStays(book, then, now, from)
}
