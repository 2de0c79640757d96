/**
 * What a PostgreSQL driver must be able to do: run one statement with its parameters. A statement is always a
 * transaction of its own, so that it does not matter which connection runs it. A `Pool` or `Client` of `pg` is one as it
 * stands, and so is a `PGlite`. A promise that fails has the SQLSTATE, or the code of the operating system, as `code`.
 *
 * @category sql
 */
export interface Sql {
  /** Runs a statement, whose parameters are `$1`, `$2` …; rows are objects by column. */
  query(text: string, parameters?: ReadonlyArray<unknown>): Promise<{ readonly rows: ReadonlyArray<unknown> }>
}

/**
 * In which schema of the database the log is; several logs may share a database. Lower-case letters, digits and `_`.
 *
 * @category sql
 */
export interface SqlPlace {
  /** Default `einzug`. */
  readonly schema?: string
}

/** The name of the schema, as it may stand in a statement; throws for what is none, which is a mistake of the program. */
export const schemaIn = ({ schema = 'einzug' }: SqlPlace): string => {
  if (/^[a-z_][a-z0-9_]{0,39}$/.test(schema)) return schema
  // eslint-disable-next-line functional/no-throw-statements -- a name that comes from the program, and must not reach SQL
  throw new Error('schema: expected up to 40 lower-case letters, digits and _')
}

/** The first row of an answer. */
export const only = async <Row>(answer: Promise<{ readonly rows: ReadonlyArray<unknown> }>): Promise<Row> =>
  (await answer).rows[0] as Row
