import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { oneMoreHousehold } from '../../examples/town-on-disk.ts'

test('a town on disk goes on where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'einzug-town-'))
  expect((await oneMoreHousehold(folder))[0]).toBe('version 1, 1 person')
  expect((await oneMoreHousehold(folder))[0]).toBe('version 2, 2 persons')
  rmSync(folder, { recursive: true })
})
