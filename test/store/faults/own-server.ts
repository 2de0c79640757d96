import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of the test's own, which may be stopped. */
export interface OwnServer {
  readonly url: string
  /** Starts it; waits until it answers. */
  readonly start: () => void
  /** Stops it at once, as a crash would. */
  readonly crash: () => void
  readonly remove: () => void
}

const debian = '/usr/lib/postgresql'
const programs = [
  ...(existsSync(debian) ? readdirSync(debian).map(version => join(debian, version, 'bin')) : []),
  '/usr/local/bin',
  '/usr/bin',
  '/opt/homebrew/bin',
].find(folder => ['initdb', 'pg_ctl', 'postgres'].every(name => existsSync(join(folder, name))))

/** Whether the programs of a server are there; says so aloud when they are not. */
export const serverCanBeStarted = programs !== undefined
if (!serverCanBeStarted) console.warn('SKIPPED: no initdb and pg_ctl; nothing stops and starts a server')

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })

export const ownServer = async (): Promise<OwnServer> => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'einzug-postgres-'))
  const isRoot = process.getuid?.() === 0
  const run = (name: string, ...args: ReadonlyArray<string>): void => {
    const command = [join(programs ?? '', name), ...args]
    // a server refuses to run as root
    const [first = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    execFileSync(first, rest, { stdio: 'ignore', cwd: folder })
  }
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C')
  const start = (): void => {
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  }
  const crash = (): void => {
    run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
  }
  start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    crash,
    remove: () => {
      try {
        crash()
      } catch {
        // it is down already
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
