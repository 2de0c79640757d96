import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Room, type Run, TimedOut } from './engine.ts'
import { type Instance, valuesOf } from './instances/instance.ts'

/**
 * A peer in a process of its own. It is called with a folder and three numbers (rows, columns, pairs), reads
 * `offsets`, `heads` (32-bit whole numbers) and `values` (doubles) there, writes the column of each row to `columns`
 * (−1 for none), and prints the seconds of its solver and its peak memory as JSON.
 */
export const nativePeer = (command: ReadonlyArray<string>, instance: Instance, room: Room): (() => Run) => {
  const { rows, columns, offsets, heads } = instance.graph
  const folder = mkdtempSync(join(room.scratch, 'instance-'))
  for (const [name, array] of Object.entries({ offsets, heads, values: valuesOf(instance) }))
    writeFileSync(join(folder, name), array)

  return () => {
    const [program = '', ...leading] = command
    const size = [rows, columns, heads.length].map(String)
    const peer = spawnSync(program, [...leading, folder, ...size], {
      encoding: 'utf8',
      timeout: room.limit * 1000,
      killSignal: 'SIGKILL',
    })
    if (peer.error !== undefined && 'code' in peer.error && peer.error.code === 'ETIMEDOUT')
      throw new TimedOut()
    if (peer.status !== 0)
      throw new Error(`${command.join(' ')}: ${peer.stderr || String(peer.error ?? peer.signal)}`)
    const { seconds, peakMb } = JSON.parse(peer.stdout) as { seconds: number; peakMb: number }
    const { buffer, byteOffset } = readFileSync(join(folder, 'columns'))
    const columnOf = new Int32Array(buffer.slice(byteOffset, byteOffset + 4 * rows))
    rmSync(folder, { recursive: true })
    return { columnOf, seconds, peakMb }
  }
}
