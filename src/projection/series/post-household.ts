import type { Day } from '../../domain/day.ts'
import type { MutableBook } from './book.ts'
import { lives } from './life.ts'
import { postSteps } from './post.ts'
import { pointsOf, postPoints } from './post-points.ts'
import { postStays } from './post-stay.ts'
import type { HouseholdRow } from './row.ts'

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
  postSteps(book, lives, before, after, from)
  postPoints(book, before && pointsOf(before, from), after && pointsOf(after, from))
  postStays(book, before, after, from)
}
