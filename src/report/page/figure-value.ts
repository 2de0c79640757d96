import type { Figure, Ratio } from '../../projection/index.ts'
import { type Html, html } from './html.ts'
import { type Saying, term } from './saying.ts'

/** The number of a figure to be read by people, and as it is by machines: `568/1020`, `206`. */
export const numberOf = (saying: Saying, figure: Figure): Html =>
  'numerator' in figure
    ? html`<data value="${figure.numerator}/${figure.denominator}">${quotientOf(saying, figure)}</data>`
    : html`<data value="${figure.count}">${saying.format.number(figure.count)}</data>`

/** A share, or so many days on the average. */
const quotientOf = ({ messages, format }: Saying, ratio: Ratio): string =>
  ratio.unit !== 'days' || ratio.denominator === 0
    ? format.percent(ratio)
    : messages.meanDays(format.mean(ratio))

/** The number to sort a figure by: nothing counts as less than 0. */
export const rankOf = (figure: Figure): number =>
  'numerator' in figure
    ? figure.denominator === 0
      ? -1
      : figure.numerator / figure.denominator
    : figure.count

/** The fraction behind a share: `568 of 1,020 persons`. */
export const fractionOf = (saying: Saying, { numerator, denominator, of }: Ratio): string => {
  const { messages, format } = saying
  const unit = messages.term(of) ?? of
  return denominator === 0
    ? messages.nobody(unit)
    : messages.outOf(format.number(numerator), format.number(denominator), unit)
}

/** The fraction behind a share where there is little room: `568 / 1,020`. */
export const shortFraction = ({ format }: Saying, { numerator, denominator }: Ratio): string =>
  `${format.number(numerator)} / ${format.number(denominator)}`

/** All that a figure states, as a list of terms: what is counted, the numbers, of what, when. */
export const definitionOf = (saying: Saying, figure: Figure, partName: (part: string) => Html): Html => {
  const { define } = saying.messages
  const { number, when } = saying.format
  const line = (name: string, what: Html): Html => html`<div><dt>${name}</dt><dd>${what}</dd></div>`
  const counted = (count: number, unit: string): Html => html`${number(count)} ${term(saying, unit)}`
  return html`<dl class="definition">${[
    line(define.basis, term(saying, figure.basis)),
    ...('numerator' in figure
      ? [
          line(define.numerator, counted(figure.numerator, figure.unit)),
          line(define.denominator, counted(figure.denominator, figure.of)),
        ]
      : [line(define.count, counted(figure.count, figure.unit))]),
    ...('parts' in figure
      ? [
          line(
            define.parts,
            html`${Object.entries(figure.parts).map(
              ([part, count], k) => html`${k === 0 ? '' : '; '}${partName(part)}: ${number(count)}`,
            )}`,
          ),
        ]
      : []),
    line(define.when, html`${when(figure)}`),
  ]}</dl>`
}

/** A definition one click away, beneath a figure; its name is shown where several stand together. */
export const detailsOf = (
  { messages }: Saying,
  name: string,
  definition: Html,
  naming: 'named' | 'unnamed',
): Html =>
  html`<details class="define"><summary>${messages.definition}<span${naming === 'named' ? undefined : html` class="unseen"`}>: ${name}</span></summary>${definition}</details>`
