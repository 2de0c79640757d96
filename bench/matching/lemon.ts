import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Absent, type Engine } from './engine.ts'
import { nativePeer } from './native.ts'

const compiler = process.env['CXX'] ?? 'g++'

/** LEMON's network simplex, C++ (Debian: `liblemon-dev`, `g++`); compiled when first asked for. */
export const lemon: Engine = {
  most: Infinity,
  inProcess: false,
  prepare: (instance, room) => {
    const program = join(room.scratch, 'lemon')
    if (!existsSync(program)) {
      const source = fileURLToPath(new URL('../peers/lemon.cpp', import.meta.url))
      const compiled = spawnSync(compiler, ['-O2', '-o', program, source], { encoding: 'utf8' })
      if (compiled.status !== 0)
        throw new Absent(`needs a C++ compiler and LEMON: ${compiled.stderr || 'there is no compiler'}`)
    }
    return nativePeer([program], instance, room)
  },
}
