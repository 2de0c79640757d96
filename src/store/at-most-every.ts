import { pause } from './pause.ts'

/**
 * Does something whenever it is asked for, at once or so many milliseconds after the last time: whoever asks meanwhile
 * shares the next. That it fails does not matter.
 */
export const atMostEvery = (milliseconds: number, work: () => Promise<unknown>): (() => void) => {
  let asked = false
  let working = false
  const workOn = async (): Promise<void> => {
    working = true
    while (asked) {
      asked = false
      await Promise.all([work().catch(() => undefined), pause(milliseconds)])
    }
    working = false
  }
  return () => {
    asked = true
    if (!working) void workOn()
  }
}
