import { parse } from 'csv-parse/sync'

/** A record of a sheet: its cells by column name, and the line it starts on (the header is line 1). */
export interface Line {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A line that cannot be used: where, what was expected there, and what was found. */
export interface Rejection {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly expected: string
  readonly found: string
}

export interface Sheet {
  readonly file: string
  readonly columns: ReadonlyArray<string>
  readonly lines: ReadonlyArray<Line>
  readonly rejected: ReadonlyArray<Rejection>
}

/** The delimiter that splits the header into most columns. */
const delimiterOf = (text: string): string => {
  const header = text.split('\n', 1)[0] ?? ''
  return [',', ';', '\t'].reduce((best, each) =>
    header.split(each).length > header.split(best).length ? each : best,
  )
}

/**
 * Reads a CSV text: quoted cells, byte order mark, LF or CRLF; `,`, `;` or tab as delimiter. Lines that are no
 * record of the header's columns are rejected and the others go on.
 */
export const readSheet = (file: string, content: string, delimiter?: string): Sheet => {
  const text = content.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const rejected: Array<Rejection> = []
  let columns: ReadonlyArray<string> = []
  const records: ReadonlyArray<{
    readonly record: Readonly<Record<string, string>>
    readonly info: { readonly lines: number }
    readonly raw: string
  }> = parse(text, {
    delimiter: delimiter ?? delimiterOf(text),
    columns: (header: Array<string>) => {
      columns = header
      return header
    },
    info: true,
    raw: true,
    skip_empty_lines: true,
    trim: true,
    skip_records_with_error: true,
    on_skip: error => {
      if (error !== undefined) {
        const line = (error as unknown as { readonly lines: number }).lines
        rejected.push({
          file,
          line,
          column: '',
          expected: `a record of ${columns.length} cells`,
          found: error.message,
        })
      }
      return undefined
    },
  })
  const lines = records.map(({ record, info, raw }) => ({
    line: info.lines - (raw.trim().split('\n').length - 1),
    cells: record,
  }))
  return { file, columns, lines, rejected }
}
