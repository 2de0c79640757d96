import { expect } from 'vitest'
import type { Sleeper } from './families.ts'

/** Whether these people may sleep in one room. Fewer of them may if they all may. */
export type MayShare = (room: ReadonlyArray<Sleeper>) => boolean

/** The fewest rooms for all, found by trying every way to put them into rooms. */
export const fewestRooms = (people: ReadonlyArray<Sleeper>, mayShare: MayShare): number => {
  let fewest = people.length
  const place = (at: number, rooms: ReadonlyArray<ReadonlyArray<Sleeper>>): void => {
    const person = people[at]
    if (person === undefined) fewest = Math.min(fewest, rooms.length)
    else
      for (let k = 0; k <= rooms.length; k++) {
        const room = [...(rooms[k] ?? []), person]
        if (mayShare(room)) place(at + 1, k < rooms.length ? rooms.with(k, room) : [...rooms, room])
      }
  }
  place(0, [])
  return fewest
}

/** Rooms for one person, a couple, or two single people who may share. */
export const inPairsIf =
  (share: (a: Sleeper, b: Sleeper) => boolean): MayShare =>
  ([a, b, ...more]) => {
    if (a === undefined || b === undefined) return true
    if (more.length > 0) return false
    return a.couple === undefined && b.couple === undefined ? share(a, b) : a.couple === b.couple
  }

/** The number that all fillings agree on, else `undefined`. */
export const agreed = <A>(
  fillings: ReadonlyArray<ReadonlyArray<Sleeper>>,
  answer: (people: ReadonlyArray<Sleeper>) => A,
): A | undefined => {
  const answers = new Set(fillings.map(answer))
  expect(answers.size).toBeGreaterThan(0)
  return answers.size === 1 ? [...answers][0] : undefined
}
