import type { SurvivalCurve } from '../../projection/index.ts'
import { type Html, html } from './html.ts'
import { type Saying, term } from './saying.ts'

const keys = ['q25', 'median', 'q75'] as const

/** After how many days a quarter, half and three quarters have a flat. */
export const quartiles = (saying: Saying, curve: SurvivalCurve): Html => {
  const { messages, format } = saying
  const days = (value: number | null): Html =>
    value === null
      ? html`${messages.notReached}`
      : html`<data value="${value}">${messages.days(format.number(value))}</data>`
  const lines = keys.map(
    key => html`<div><dt>${messages.quartile[key]}</dt><dd>${days(curve.quartiles[key])}</dd></div>`,
  )
  return html`<dl class="quartiles">${lines}</dl>`
}

/** What the curve is of. */
export const curveDefinition = (saying: Saying, curve: SurvivalCurve): Html => {
  const { messages, format } = saying
  const { define } = messages
  return html`<dl class="definition"><div><dt>${define.basis}</dt><dd>${term(saying, curve.basis)}</dd></div><div><dt>${define.count}</dt><dd>${format.number(curve.subjects)} ${term(saying, curve.unit)}; ${messages.housed}: ${format.number(curve.events)}; ${messages.censored}: ${format.number(curve.censored)}</dd></div><div><dt>${define.when}</dt><dd>${format.when(curve)}</dd></div><div><dt>${messages.bandTerm}</dt><dd>${messages.band(format.share(curve.confidence))}</dd></div></dl>`
}
