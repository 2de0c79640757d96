import pg from 'pg'

const url = process.env['DATABASE_URL']

/** Whether there is a PostgreSQL to test on; says so aloud when there is none. */
export const postgresIsThere = url !== undefined
if (!postgresIsThere)
  console.warn('SKIPPED: DATABASE_URL is not set; tests on a PostgreSQL server do not run')

/** A database of its own on the server, and how to be rid of it. */
export interface OwnDatabase {
  readonly url: string
  /** A pool of so many connections, ended with the database. */
  readonly pool: (max?: number, on?: string) => pg.Pool
  readonly drop: () => Promise<void>
}

const on = (database: string): string => {
  const address = new URL(url ?? '')
  address.pathname = `/${database}`
  return address.href
}

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const ownDatabase = async (): Promise<OwnDatabase> => {
  const name = `einzug_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await administer(`create database ${name}`)
  const pools: Array<pg.Pool> = []
  return {
    url: on(name),
    pool: (max = 4, connectionString = on(name)) => {
      const pool = new pg.Pool({ connectionString, max })
      pool.on('error', () => undefined) // a connection that breaks while idle is replaced
      pool.on('connect', client => client.on('error', () => undefined)) // or broken on while it says goodbye
      pools.push(pool)
      return pool
    },
    drop: async () => {
      await Promise.all(pools.map(pool => pool.end()))
      // the server waits some seconds for connections that are closing; whoever stays is then cut off
      await administer(`drop database if exists ${name}`).catch(() =>
        administer(`drop database if exists ${name} with (force)`),
      )
    },
  }
}
