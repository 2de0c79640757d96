import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('appender.ts', import.meta.url))

/** What a process that was killed had said before. */
export interface Said {
  /** The version it found when it began. */
  readonly found: number
  /** The last version whose append was acknowledged. */
  readonly acknowledged: number
  readonly failed: string | undefined
}

/** Has a process append, and kills it (SIGKILL) so many milliseconds after its first acknowledgement. */
export const appendUntilKilled = (kind: 'pglite' | 'postgres', place: string, after: number): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, kind, place], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    let killing: NodeJS.Timeout | undefined
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes('done')) killing ??= setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(killing)
      const numbers = (word: string) =>
        [...out.matchAll(new RegExp(`^${word} (-?\\d+)\\n`, 'gm'))].map(([, number]) => Number(number))
      const [found] = numbers('ready')
      if (found === undefined) reject(new Error(`it never began: ${err}`))
      else
        resolve({
          found,
          acknowledged: numbers('done').at(-1) ?? found,
          failed: /^failed (.*)$/m.exec(out)?.[1],
        })
    })
  })
