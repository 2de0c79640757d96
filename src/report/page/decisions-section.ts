import { sentenceIn } from '../../allocation/index.ts'
import type { Decisions } from '../decision/decisions.ts'
import { type Html, html, named } from './html.ts'
import type { Saying } from './saying.ts'
import { type TableCell, table } from './table.ts'

/** Every household of an allocation under its pseudonym: what it gets, and, one click away, why. */
export const decisionsSection = (saying: Saying, decisions: Decisions): Html => {
  const { messages, format } = saying
  const { totals, policy, households, homes, on } = decisions
  const sentence = sentenceIn(messages.language)
  const tell = messages.decisions
  const rows = households.map(
    ({ household, persons, flat, reason }): readonly [TableCell, ...ReadonlyArray<TableCell>] => [
      { shows: html`${household}` },
      { shows: html`${format.number(persons)}`, sort: persons, numeric: true },
      {
        shows:
          flat === null
            ? html`<span class="none">${tell.unplaced}</span>`
            : html`${tell.flat} ${named(flat)}`,
        sort: flat ?? '\uffff',
      },
      {
        shows: html`<details><summary>${tell.why}<span class="unseen">: ${household}</span></summary><p dir="auto">${sentence(reason)}</p></details>`,
      },
    ],
  )
  const placed = format.percent({ numerator: totals.placements, denominator: totals.households })
  return html`<section class="decisions" aria-labelledby="decisions"><h2 id="decisions">${tell.title(format.day(on))}</h2><p class="lead">${tell.lead(format.number(totals.households), format.number(homes))} ${tell.policy} ${named(policy.name)} (${named(policy.version)}). <data value="${totals.placements}/${totals.households}">${tell.placed(format.number(totals.placements), placed)}</data> ${tell.proven[decisions.procedure]}</p><p class="lead">${tell.pseudonyms[decisions.pseudonyms]}</p><p class="tools" data-open-all="${tell.openAll}" data-close-all="${tell.closeAll}"></p>${table(
    {
      caption: messages.tableOf(tell.title(format.day(on))),
      kind: 'decisions',
      head: [
        { name: html`${tell.household}` },
        { name: html`${tell.persons}`, numeric: true },
        { name: html`${tell.outcome}` },
        { name: html`${tell.reason}` },
      ],
      rows,
      sortable: true,
    },
  )}</section>`
}
