import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

/**
 * The program that measures a row, as a user would run it: compiled into one file, in a folder of its own. What loads
 * TypeScript sources would alone hold some 80 MB.
 */
export const compiled = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'einzug-figures-'))
  await build({
    entry: { measure: fileURLToPath(new URL('./measure.ts', import.meta.url)) },
    outDir,
    outExtension: () => ({ js: '.mjs' }),
    format: 'esm',
    platform: 'node',
    noExternal: [/.*/],
    config: false,
    silent: true,
  })
  return join(outDir, 'measure.mjs')
}
