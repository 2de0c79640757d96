// Pastes the README's program into plain Node projects that have the packed package installed: as ESM and as CJS.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const readme = readFileSync('README.md', 'utf8')
const [, printed] = /```ts\n([\s\S]*?)\n```/.exec(readme) ?? []
if (printed === undefined) throw new Error('the README has no program')

// every line `expression // => value` must hold
const asserted = printed.replace(/^(.*?\S)\s*\/\/ => (.*)$/gm, ';equal($1, $2)')
const esm = `import { deepStrictEqual as equal } from 'node:assert'\n${asserted}`
const cjs = esm.replace(/^import (\{[^}]*\}) from ('[^']*')/gm, (_, names, from) => `const ${names.replaceAll(' as ', ': ')} = require(${from})`)

const folder = mkdtempSync(join(tmpdir(), 'einzug-'))
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
try {
  const [{ filename, size, unpackedSize }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  run('npm', 'install', '--no-audit', '--no-fund', '--silent', `./${filename}`)
  for (const [name, program] of [['readme.mjs', esm], ['readme.cjs', cjs]]) {
    writeFileSync(join(folder, name), program)
    run('node', name)
    console.log(`${name} runs as printed from ${filename}`)
  }
  for (const entry of ['einzug', 'einzug/matching', 'einzug/matching/assignment', 'einzug/matching/units', 'einzug/matching/live', 'einzug/mechanism', 'einzug/codec', 'einzug/report', 'einzug/store', 'einzug/emmett']) run('node', '--input-type=module', '-e', `await import('${entry}')`)
  for (const form of ['module', 'commonjs']) {
    const load = form === 'module' ? `await import('einzug/report')` : `require('einzug/report')`
    run('node', `--input-type=${form}`, '-e', `const { drawings } = ${load}; drawings({}, { language: 'de' })().then(({ left }) => { if (left?._tag !== 'PackageMissing' || !/Cannot find/.test(left.message)) throw new Error(JSON.stringify(left)) })`)
  }
  const cold = run('node', '--input-type=module', '-e', `const t = performance.now(); await import('einzug'); console.log((performance.now() - t).toFixed(0))`).trim()
  console.log(`packed ${(size / 1024).toFixed(0)} kB, unpacked ${(unpackedSize / 1024).toFixed(0)} kB; cold import of einzug ${cold} ms`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
