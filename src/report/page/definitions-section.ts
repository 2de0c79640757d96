import type { FigureKey } from '../language/messages.ts'
import type { ReportFigures, TrackedFigures } from '../report-figures.ts'
import { definitionOf } from './figure-value.ts'
import { type Html, html } from './html.ts'
import { fairnessDefinition, forecastDefinition } from './interval-tables.ts'
import { partName } from './part-name.ts'
import { curveDefinition } from './quartiles.ts'
import type { Saying } from './saying.ts'

/** The definition of a figure by its name; nothing of one that the report does not have. */
export const definitionIn = (saying: Saying, figures: ReportFigures, key: FigureKey): Html => {
  const { tracked, waitingTime, fairness, forecast } = figures
  switch (key) {
    case 'waitingTime':
      return waitingTime === undefined ? html`` : curveDefinition(saying, waitingTime)
    case 'fairness':
      return fairness === undefined ? html`` : fairnessDefinition(saying, fairness)
    case 'forecast':
      return forecast === undefined ? html`` : forecastDefinition(saying, forecast)
    case 'wanted':
    case 'offered':
      return definitionOf(saying, figures[key], partName(saying, key))
    default:
      return definitionOf(saying, tracked[key].whole, partName(saying, key))
  }
}

/** All definitions in one place, for paper: there is nothing to click on. */
export const definitionsSection = (saying: Saying, figures: ReportFigures): Html => {
  const { messages } = saying
  const keys: ReadonlyArray<FigureKey> = [
    ...(Object.keys(figures.tracked) as ReadonlyArray<keyof TrackedFigures>),
    'wanted',
    'offered',
    ...(['waitingTime', 'fairness', 'forecast'] as const).filter(key => figures[key] !== undefined),
  ]
  const entry = (key: FigureKey): Html =>
    html`<div class="entry"><h3>${messages.figure[key]}</h3>${definitionIn(saying, figures, key)}</div>`
  return html`<section class="paper" aria-labelledby="definitions"><h2 id="definitions">${messages.definitions}</h2>${keys.map(entry)}</section>`
}
