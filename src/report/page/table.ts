import { type Html, html } from './html.ts'

/** A cell: what it shows, and what it is sorted by where that is not its text. */
export interface TableCell {
  readonly shows: Html
  readonly sort?: number | string
  readonly numeric?: boolean
}

/** A table whose first column names the rows. */
export interface TableParts {
  readonly caption: string
  readonly head: ReadonlyArray<{ readonly name: Html; readonly numeric?: boolean }>
  readonly rows: ReadonlyArray<readonly [TableCell, ...ReadonlyArray<TableCell>]>
  readonly sortable: boolean
  readonly kind?: string
}

const aligned = (numeric: boolean | undefined): Html | undefined =>
  numeric === true ? html` class="number"` : undefined

const sorted = (sort: TableCell['sort']): Html | undefined =>
  sort === undefined ? undefined : html` data-sort="${sort}"`

/** A table that scrolls sideways in itself where it is wider than the page. */
export const table = ({ caption, head, rows, sortable, kind = 'plain' }: TableParts): Html => {
  const heading = head.map(({ name, numeric }) => html`<th scope="col"${aligned(numeric)}>${name}</th>`)
  const body = rows.map(
    ([first, ...rest]) =>
      html`<tr><th scope="row"${sorted(first.sort)}>${first.shows}</th>${rest.map(
        ({ shows, sort, numeric }) => html`<td${aligned(numeric)}${sorted(sort)}>${shows}</td>`,
      )}</tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${kind}"${sortable ? html` data-sortable` : undefined}><caption class="unseen">${caption}</caption><thead><tr>${heading}</tr></thead><tbody>${body}</tbody></table></div>`
}
