/**
 * The first day by which a quarter, half, three quarters of the subjects are estimated to have had the event; `null`
 * where the curve does not fall so far: that is not known yet.
 *
 * @category waiting times
 */
export interface Quartiles {
  readonly q25: number | null
  readonly median: number | null
  readonly q75: number | null
}

interface Step {
  readonly day: number
  readonly atRisk: number
  readonly events: number
  readonly survival: number
}

/** Whether the curve has fallen to so many quarters, decided by the exact fraction where doubles come too near. */
const hasFallen = (steps: ReadonlyArray<Step>, at: number, quarters: number): boolean => {
  const above = 4 * (steps[at] as Step).survival - quarters
  if (Math.abs(above) > 1e-9) return above < 0
  let [still, all] = [4n, BigInt(quarters)]
  for (const { atRisk, events } of steps.slice(0, at + 1)) {
    still *= BigInt(atRisk - events)
    all *= BigInt(atRisk)
  }
  return still <= all
}

export const quartilesOf = (steps: ReadonlyArray<Step>): Quartiles => {
  const firstDay = (quarters: number): number | null =>
    steps.find((_, at) => hasFallen(steps, at, quarters))?.day ?? null
  return { q25: firstDay(3), median: firstDay(2), q75: firstDay(1) }
}
