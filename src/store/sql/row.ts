/** A row as it is asked for, with the instant in milliseconds since 1970. */
type Row = readonly [
  stream: string,
  version: number,
  position: number,
  recordedAt: number,
  type: string,
  schema: number,
  commandId: string,
  actor: string | null,
  causationId: string | null,
  correlationId: string | null,
  sealed: unknown,
  data: unknown,
  hash: string,
]

/** A text of people's as JSON; of few events there is one. */
const free = (column: string): string =>
  `case when ${column} is null then 'null' else to_json(${column})::text end`

/** Types and hashes are words without anything that JSON would escape, unless somebody tampers with them: see {@link torn}. */
const word = (column: string): string => `'"' || ${column} || '"'`

const columns = [
  "'[' || to_json(stream)",
  'version',
  'position',
  "(date_part('epoch', recorded_at) * 1000)::bigint",
  word('type'),
  'schema',
  'to_json(command_id)',
  free('actor'),
  free('causation_id'),
  free('correlation_id'),
  "coalesce(sealed::text, 'null')",
  'data',
  `${word('hash')} || ']'`,
]

/** So many events are one row of an answer: no text becomes longer than a server allows. */
const together = 250

/**
 * A statement that gives rows as lines of JSON, see {@link Row}, and many lines as one text. It costs the server about as
 * much as columns do, and saves drivers many times that, which read every column of every row on its own.
 */
export const asLines = (table: string, which: string, order: string): string =>
  `select string_agg(line, E'\\n' order by ${order}) as lines
   from (select ${order}, (row_number() over (order by ${order}) - 1) / ${together} as part,
       concat_ws(',', ${columns.join(', ')}) as line
     from ${table} where ${which}) as _
   group by part order by part`

/** The documents of such lines. Parsed one by one they take half the time that a text of all of them takes. */
export const documentsIn = (rows: ReadonlyArray<{ readonly lines: string }>): ReadonlyArray<unknown> => {
  const instantOf = inIso()
  const read = (line: string): unknown => {
    try {
      return documentOf(JSON.parse(line) as Row, instantOf)
    } catch {
      return torn(line)
    }
  }
  return rows.flatMap(({ lines }) => lines.split('\n').map(read))
}

/** No event, but whose it should be: of a row whose type or hash has been tampered with, and so is no JSON. */
const torn = (line: string): unknown => {
  const [, stream = 'null', version] = /^\[("(?:[^"\\]|\\.)*"),(\d+),/.exec(line) ?? []
  return { envelope: { stream: JSON.parse(stream) as unknown, version: Number(version) } }
}

/** What is appended together has one instant. */
const inIso = (): ((milliseconds: number) => string) => {
  let [last, text] = [Number.NaN, '']
  return milliseconds => {
    if (milliseconds !== last) [last, text] = [milliseconds, new Date(milliseconds).toISOString()]
    return text
  }
}

/** By places: names for all of them at once would be given by an iterator, in twice the time. */
const documentOf = (row: Row, instantOf: (milliseconds: number) => string): unknown => {
  const envelope: Record<string, unknown> = {
    stream: row[0],
    version: row[1],
    recordedAt: instantOf(row[3]),
    schema: row[5],
    commandId: row[6],
    position: row[2],
    hash: row[12],
  }
  if (row[7] !== null) envelope['actor'] = row[7]
  if (row[8] !== null) envelope['causationId'] = row[8]
  if (row[9] !== null) envelope['correlationId'] = row[9]
  if (row[10] !== null) envelope['sealed'] = row[10]
  return { type: row[4], data: row[11], envelope }
}
