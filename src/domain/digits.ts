/** The number that the digits from one place to another stand for. */
export const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let k = from; k < to; k++) value = value * 10 + text.charCodeAt(k) - 48
  return value
}

/** The number that two digits stand for. */
export const pair = (text: string, at: number): number =>
  10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 528
