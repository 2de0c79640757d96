/** Runs work that is cut into stretches to its end, in one go. */
export const finish = <A>(steps: Iterator<unknown, A>): A => {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
