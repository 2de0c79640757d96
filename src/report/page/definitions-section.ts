import type { Figure } from '../../projection/index.ts'
import type { FigureKey } from '../language/messages.ts'
import type { ReportFigures, TrackedFigures } from '../report-figures.ts'
import { definitionOf } from './figure-value.ts'
import { type Html, html } from './html.ts'
import { partName } from './part-name.ts'
import { curveDefinition } from './quartiles.ts'
import type { Saying } from './saying.ts'

/** All definitions in one place, for paper: there is nothing to click on. */
export const definitionsSection = (saying: Saying, figures: ReportFigures): Html => {
  const { messages } = saying
  const { tracked, wanted, offered, waitingTime } = figures
  const entry = (key: FigureKey, definition: Html): Html =>
    html`<div class="entry"><h3>${messages.figure[key]}</h3>${definition}</div>`
  const ofFigure = (key: FigureKey, figure: Figure): Html =>
    entry(key, definitionOf(saying, figure, partName(saying, key)))
  return html`<section class="paper" aria-labelledby="definitions"><h2 id="definitions">${messages.definitions}</h2>${[
    ...(Object.keys(tracked) as ReadonlyArray<keyof TrackedFigures>).map(key =>
      ofFigure(key, tracked[key].whole),
    ),
    ofFigure('wanted', wanted),
    ofFigure('offered', offered),
    ...(waitingTime === undefined ? [] : [entry('waitingTime', curveDefinition(saying, waitingTime))]),
  ]}</section>`
}
