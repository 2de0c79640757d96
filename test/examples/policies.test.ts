import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

const run = (...flags: ReadonlyArray<string>) =>
  spawnSync('node_modules/.bin/tsx', ['examples/policies/main.ts', ...flags], { encoding: 'utf8' })

describe('policies side by side', () => {
  test('a seeded town: measures, reasons in both languages, advice and missing kinds; the same every time', () => {
    const [first, second] = [run('--most', '60'), run('--most', '60')]
    expect([first.status, first.stderr]).toEqual([0, ''])
    for (const text of [
      'the policy',
      'first come, first served',
      'verified',
      'Der Haushalt erhält',
      'Which of 41',
    ])
      expect(first.stdout).toContain(text)
    expect(second.stdout).toBe(first.stdout)
  })

  test('says what is wrong with its flags', () => {
    expect(run('--most', 'x')).toMatchObject({
      status: 1,
      stderr: '--most: expected a whole number, found x\n',
    })
    expect(run('--seed', '-')).toMatchObject({ status: 1 })
    expect(run('--flats', 'F.csv').stderr).toContain('belong together')
    expect(run('--policy', 'none.json').stderr).toContain('none.json')
    expect(run('--wrong').status).toBe(1)
  })
})
